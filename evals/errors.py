"""What an operator of the suite can get wrong, each said in one sentence."""


class EvalError(Exception):
    """One clear sentence for the person at the keyboard; the command ends with exit code 2."""


class CaseError(EvalError):
    """A case file does not say what the case format asks for."""


class SourceError(EvalError):
    """A source text that cases or citations speak of cannot be read."""


class ReplyError(EvalError):
    """One reply of an assistant does not have the shape of the contract."""
