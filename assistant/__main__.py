"""`python -m assistant`."""

import gc

if __name__ == "__main__":
    gc.set_threshold(50_000)  # answering one question makes little garbage: looking for it costs 10 ms
    from assistant.cli import main

    code = main()
    gc.freeze()  # what is left goes with the process: sorting it first costs 11 ms
    raise SystemExit(code)
