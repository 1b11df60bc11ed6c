"""Page and API on one port, with the settings of the environment."""

from assistant.cli import main

if __name__ == "__main__":
    raise SystemExit(main(["serve"]))
