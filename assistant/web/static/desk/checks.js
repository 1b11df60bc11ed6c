// What the rules of the form and of its guideline say of what is written, asked for while somebody types.

/** The checks of one form. */
export class Checks {
  constructor(desk, fields, panel, known) { Object.assign(this, { desk, fields, panel, known }); }
  soon() {}
}
