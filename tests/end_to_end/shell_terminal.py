"""Plays somebody at a terminal for shell.sh: PROGRAM STORE. Says what does not hold, with exit code 1."""
import errno
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time

PROGRAM, STORE = sys.argv[1:]
HISTORY = os.path.join(os.environ["XDG_STATE_HOME"], "lintas", "history")
PATIENCE = 20  # seconds until something that does not come counts as missing
ENDLESS = "UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y "
PROMPT = "network> "
TAB, CTRL_C, CTRL_D, UP, LEFT = "\t", "\x03", "\x04", "\x1b[A", "\x1b[D"


class Terminal:
    def __init__(self, *arguments, columns=80):
        self.seen = ""  # all that was written and not yet taken by expect()
        self.process, self.descriptor = pty.fork()
        if self.process == 0:
            os.environ["TERM"] = "xterm"
            os.execv(PROGRAM, [PROGRAM, "shell", STORE, *arguments])
        self.resize(columns)

    def resize(self, columns):
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))

    def read(self):
        """False at the end."""
        ready, _, _ = select.select([self.descriptor], [], [], PATIENCE)
        if not ready:
            raise AssertionError(f"nothing comes behind {self.seen[-500:]!r}")
        try:
            read = os.read(self.descriptor, 65536)
        except OSError as error:
            if error.errno != errno.EIO:
                raise
            read = b""
        self.seen += read.decode("utf-8", "replace")
        return bool(read)

    def type(self, text):
        os.write(self.descriptor, text.encode())

    def expect(self, pattern):
        """Waits for the pattern; gives what was written up to and with it."""
        deadline = time.monotonic() + PATIENCE
        while not (found := re.search(pattern, self.seen)):
            if not self.read() or time.monotonic() > deadline:
                raise AssertionError(f"{pattern!r} does not come; there is {self.seen[-800:]!r}")
        taken, self.seen = self.seen[: found.end()], self.seen[found.end():]
        return taken

    def complete(self, text):
        """A tab with more behind it would be pasted text; it counts once the text was echoed."""
        self.type(text)
        self.expect(re.escape(text[-3:]))
        self.type(TAB)
        self.expect(".")

    def enter(self, text):
        self.type(text + "\n")

    def leave(self):
        """Ctrl-D, which has to come while a line is read."""
        self.expect(PROMPT)
        self.type(CTRL_D)
        return self.exit_code()

    def exit_code(self):
        while self.read():
            pass
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])


def check(condition, what):
    if not condition:
        raise AssertionError(what)


def asks_and_answers():
    terminal = Terminal()
    terminal.expect("nodes, .* relationships")
    terminal.enter("RETURN 'naïve 東京' AS text;")
    terminal.expect("naïve 東京\r\n.1 row.\r\n[0-9.]+ ms\r\n")
    terminal.enter("MATCH (n)")
    terminal.expect(r"\.\.\.> ")
    terminal.enter("RETURN m;")
    terminal.expect(r"Variable `m` is not defined\r\n *2 \| RETURN m\r\n +\^")
    terminal.enter(":help")
    terminal.expect(":rollback")
    terminal.enter(":exut")
    terminal.expect("did you mean `:exit`")
    terminal.enter(":exit")
    check(terminal.exit_code() == 0, "exit code of :exit")


def completes():
    terminal = Terminal()
    terminal.expect(PROMPT)
    for part in "MATCH (c:Coun", ") WHERE c.iso", " = 'DE' RETURN toUpp":
        terminal.complete(part)
    terminal.enter("c.name) AS name;")
    terminal.expect("GERMANY")
    terminal.expect(PROMPT)
    terminal.complete("CALL db.")
    terminal.expect(r"db\.labels\(\)")
    terminal.type(CTRL_C)
    terminal.expect(r"\^C\r\n")
    terminal.expect(PROMPT)
    terminal.enter("MATCH (nail:Country)")
    terminal.expect(r"\.\.\.> ")
    terminal.complete("RETURN count(nai")
    terminal.enter(") * 0 + 4242 AS number;")
    terminal.expect("4242\r\n.1 row")
    check(terminal.leave() == 0, "exit code of Ctrl-D")


def remembers():
    terminal = Terminal()
    terminal.expect(PROMPT)
    terminal.enter("RETURN")
    terminal.expect(r"\.\.\.> ")
    terminal.enter("31 + 11 AS kept;")
    terminal.expect("  42")
    terminal.leave()
    check(os.stat(HISTORY).st_mode & 0o777 == 0o600, "others may read the history")

    terminal = Terminal()
    terminal.expect(PROMPT)
    terminal.type(UP)
    terminal.expect("kept;")
    terminal.type(LEFT + "2\n")
    terminal.expect("kept2\r\n")
    terminal.expect("  42")
    terminal.leave()


def interrupts():
    terminal = Terminal()
    terminal.expect(PROMPT)
    terminal.type("RETURN nonsense")
    terminal.expect("nonsense")
    terminal.type(CTRL_C)
    terminal.expect(r"\^C\r\n")
    terminal.expect(PROMPT)
    terminal.enter(ENDLESS + "RETURN count(*) AS count;")
    terminal.expect("count;.*\r\n")
    terminal.type(CTRL_C)
    terminal.expect("The query was cancelled")
    terminal.enter(ENDLESS + "RETURN y;")
    terminal.expect("\r\n *1003\r\n")
    terminal.type(CTRL_C)
    terminal.expect("The query was cancelled")
    terminal.enter("RETURN 'still ' + 'here' AS text;")
    terminal.expect("still here")
    check(terminal.leave() == 0, "exit code after Ctrl-C")


def fits():
    terminal = Terminal(columns=30)
    terminal.expect(PROMPT)
    terminal.enter("RETURN '" + "ก" * 60 + "' AS thai;")
    terminal.expect("\r\nก{29}…\r\n")
    terminal.resize(50)
    terminal.enter("RETURN '" + "ก" * 60 + "' AS thai;")
    terminal.expect("\r\nก{49}…\r\n")
    terminal.leave()


def keeps_transactions():
    terminal = Terminal()
    terminal.expect(PROMPT)
    terminal.enter(":begin")
    terminal.expect(r"network\*> ")
    terminal.enter("CREATE (:Fleeting);")
    terminal.expect("1 node created, 1 label added; [0-9.]+ ms\r\n")
    terminal.enter("RETURN x;")
    terminal.expect("network!> ")
    terminal.type(CTRL_D)
    terminal.expect("The open transaction was rolled back")
    check(terminal.exit_code() == 0, "exit code with an open transaction")


def takes_what_is_pasted():
    terminal = Terminal()
    terminal.expect(PROMPT)
    terminal.enter("MATCH (c:Country)\n\tWHERE c.iso2 = 'DE'\n\tRETURN c.name + '!' AS name;")
    terminal.expect("Germany!")
    terminal.leave()


def survives_a_stop():
    terminal = Terminal()
    terminal.expect(PROMPT)
    terminal.type("RETURN 40 + ")
    terminal.expect(r"40 \+ ")
    os.kill(terminal.process, signal.SIGSTOP)
    os.waitpid(terminal.process, os.WUNTRACED)
    os.kill(terminal.process, signal.SIGCONT)
    terminal.enter("2 AS sum;")
    terminal.expect("42\r\n")
    terminal.leave()


SCENES = [asks_and_answers, completes, remembers, interrupts, fits, keeps_transactions,
          takes_what_is_pasted, survives_a_stop]

faults = 0
for scene in SCENES:
    try:
        scene()
    except AssertionError as error:
        print(f"FAULT: {scene.__name__}: {error}", file=sys.stderr)
        faults += 1
sys.exit(1 if faults else 0)
