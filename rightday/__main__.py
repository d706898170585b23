"""`python -m rightday` is the command `rightday`."""

from rightday.cli import main

if __name__ == "__main__":
    main()
