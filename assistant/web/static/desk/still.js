// A finger that is down: what moves under it takes its tap away.
const LONGEST = 2000, AFTER = 50; // ms; the click of a tap comes a little after the finger is up
let up = Promise.resolve(), release = () => {};

addEventListener("pointerdown", () => {
  up = new Promise((done) => {
    release = done;
    setTimeout(done, LONGEST);
  });
}, true);
for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => setTimeout(release, AFTER), true);

/** Wait until nothing is pressed, so that what is shown next moves nothing under a finger. */
export const still = () => up;
