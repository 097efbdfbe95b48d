# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program as a person does: its own X server, its own D-Bus with the accessibility bus, pointer and keys
from outside. What it shows is read where a screen reader reads it (AT-SPI) and from the state of its exported actions.

    with Session() as session:
        program = session.start([])
        program.find("button", "Zoom In").click()
        program.wait_for(lambda: program.view()["selection"] == ["CN-ZJ"])
        program.quit()

A test never sleeps: it waits for what it needs, and fails with the words of what it waited for."""

import json
import os
import re
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time
import traceback
import zlib

# A warning ends the program that is tested, and not the test: its own side of the accessibility bus warns of objects that
# are gone by the time it looks at them.
GLIB_DEBUG = os.environ.pop("G_DEBUG", "fatal-criticals,fatal-warnings")

import gi  # noqa: E402

from gi.repository import Gio, GLib  # noqa: E402

APP_ID = "org.pivot.Explorer"
APP_PATH = "/org/pivot/Explorer"
ACCESSIBLE = "org.a11y.atspi.Accessible"
# Under valgrind or a sanitizer everything takes longer.
PATIENCE = 20 * float(os.environ.get("PIVOT_TEST_PATIENCE", "1"))
# What GTK itself may write where nothing is wrong with the program:
# - what strace says of processes that come and go, when it is told to be quiet about everything else.
# - newer versions of GTK do not know the word by which 4.8 leaves OpenGL alone.
HARMLESS = re.compile(r'^strace: |^Unrecognized value "gl-disable"')
# Whether GTK is newer than the one the tests are written for. It says less on the accessibility bus.
GTK_IS_NEWER = tuple(map(int, os.environ.get("PIVOT_TEST_GTK", "4.8").split(".")))[:2] >= (4, 10)
# It forgets the padding of everything between the window and what it tells the place of, so only text has any.
NO_PADDING = "* { margin: 0; padding: 0; border-width: 0; box-shadow: none; } label, inscription { padding: 2px; }"
# The exit status of a test that cannot be run here.
SKIPPED = 77


class Failure(Exception):
    """What was expected did not come."""


class Skip(Exception):
    """What the test needs is not there."""


def pump():
    """Lets messages of the accessibility bus in."""
    context = GLib.MainContext.default()
    while context.iteration(False):
        pass


def wait_for(condition, what=None, seconds=PATIENCE):
    """The condition's first true value, or a failure. An exception in the condition counts as not yet."""
    deadline = time.monotonic() + seconds
    problem = None
    while True:
        pump()
        try:
            value = condition()
            problem = None
            if value:
                return value
        except (Failure, GLib.Error, KeyError, IndexError, TypeError, ValueError) as error:
            problem = error
        if time.monotonic() > deadline:
            raise Failure(f"waited in vain for {what or 'a condition'}" + (f": {problem}" if problem else ""))
        time.sleep(0.02)


def libc_version():
    return tuple(int(number) for number in os.confstr("CS_GNU_LIBC_VERSION").split()[-1].split("."))


def xdotool(*arguments):
    done = subprocess.run(["xdotool", *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                          check=False)
    if done.returncode != 0:
        raise Failure(f"xdotool {' '.join(map(str, arguments))}: {done.stderr.strip() or 'nothing found'}")
    return done.stdout


def xwd_to_png(data):
    """The X server keeps its screen in a file of the format of xwd: a header, colours, and rows of 32-bit pixels."""
    header = struct.unpack(">25I", data[:100])
    header_size, width, height, row_bytes, n_colors = header[0], header[4], header[5], header[12], header[19]
    start = header_size + n_colors * 12
    rows = bytearray()
    for y in range(height):
        row = data[start + y * row_bytes:start + y * row_bytes + width * 4]
        pixels = bytearray(width * 3)
        pixels[0::3], pixels[1::3], pixels[2::3] = row[2::4], row[1::4], row[0::4]
        rows += b"\0" + pixels

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(bytes(rows), 6)) + chunk(b"IEND", b""))


class Session:
    """A private X server, a private D-Bus and an empty home, for as long as the with block lasts."""

    def __init__(self, size="1280x900", locale="C.UTF-8", language=None):
        self.size = size
        self.locale = locale
        self.language = language
        self.processes = []
        self.programs = []

    def __enter__(self):
        # From there on it takes the locale that every system has for one that needs no translation.
        if self.language and libc_version() >= (2, 39) and self.locale == "C.UTF-8":
            raise Skip("this C library translates nothing in the locale C.UTF-8")
        self.folder = tempfile.mkdtemp(prefix="pivot-test-")
        try:
            self.set_environment()
            self.start_x()
            self.start_bus()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *unused):
        for process in [p.process for p in self.programs] + self.processes[::-1]:
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(5)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def set_environment(self):
        for name in ("WAYLAND_DISPLAY", "BROADWAY_DISPLAY", "DISPLAY", "AT_SPI_BUS_ADDRESS", "NO_AT_BRIDGE", "LANG",
                     "LANGUAGE", "DESKTOP_SESSION", "XDG_CURRENT_DESKTOP"):
            os.environ.pop(name, None)
        for name, folder in (("HOME", "home"), ("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data"),
                             ("XDG_CACHE_HOME", "cache"), ("XDG_STATE_HOME", "state"), ("XDG_RUNTIME_DIR", "run")):
            path = os.path.join(self.folder, folder)
            os.mkdir(path, 0o700)
            os.environ[name] = path
        os.environ.update(GDK_BACKEND="x11", GSK_RENDERER="cairo", GTK_A11Y="atspi", GDK_DEBUG="gl-disable",
                          GDK_DISABLE="gl", GSETTINGS_BACKEND="keyfile", GIO_USE_VFS="local", LC_ALL=self.locale)
        os.environ.pop("G_MESSAGES_DEBUG", None)
        if GTK_IS_NEWER:
            os.mkdir(os.path.join(os.environ["XDG_CONFIG_HOME"], "gtk-4.0"))
            with open(os.path.join(os.environ["XDG_CONFIG_HOME"], "gtk-4.0", "gtk.css"), "w", encoding="utf-8") as css:
                css.write(NO_PADDING)
        if self.language:
            os.environ["LANGUAGE"] = self.language

    def start_x(self):
        frame_buffer = os.path.join(self.folder, "screen")
        os.mkdir(frame_buffer)
        read_end, write_end = os.pipe()
        self.processes.append(subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-screen", "0", self.size + "x24", "-nolisten", "tcp", "-noreset",
             "-fbdir", frame_buffer],
            pass_fds=[write_end], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        os.close(write_end)
        with os.fdopen(read_end) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise Failure("the X server does not start")
        os.environ["DISPLAY"] = ":" + number
        self.frame_buffer = os.path.join(frame_buffer, "Xvfb_screen0")

    def start_bus(self):
        bus = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address"], stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.processes.append(bus)
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        self.bus = Gio.DBusConnection.new_for_address_sync(
            os.environ["DBUS_SESSION_BUS_ADDRESS"],
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        # The accessibility bus starts when somebody asks for it, and applications speak to it when it says it is on.
        address = self.call("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None)[0]
        self.call("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set",
                  GLib.Variant("(ssv)", ("org.a11y.Status", "IsEnabled", GLib.Variant("b", True))))
        self.accessibility = AccessibilityBus(address)

    def call(self, name, path, interface, method, arguments):
        return self.bus.call_sync(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE,
                                  int(PATIENCE * 1000), None).unpack()

    def start(self, arguments, window=True, **environment):
        """Starts the program, and waits for its window."""
        program = Program(self, arguments, environment)
        self.programs.append(program)
        if window:
            program.wait_for_window()
        return program

    def run(self, arguments, command=(), **environment):
        """Runs the program to its end, for what it does without a window: (exit status, output, errors). It may be run by
        another command, such as strace."""
        done = subprocess.run([*command, program_path(), *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True, env={**os.environ, "G_DEBUG": GLIB_DEBUG, **environment},
                              timeout=PATIENCE * 3, check=False)
        return done.returncode, done.stdout, done.stderr

    def pixels(self, x, y, width, height):
        """Colours of a part of the screen, row by row: a list of (red, green, blue)."""
        with open(self.frame_buffer, "rb") as screen:
            header = struct.unpack(">25I", screen.read(100))
            start, row_bytes = header[0] + header[19] * 12, header[12]
            found = []
            for row in range(round(y), round(y) + height):
                screen.seek(start + row * row_bytes + round(x) * 4)
                data = screen.read(width * 4)
                found += zip(data[2::4], data[1::4], data[0::4])
        return found

    def screenshot(self, path):
        """The whole screen as a PNG file."""
        with open(self.frame_buffer, "rb") as screen:
            data = screen.read()
        with open(path, "wb") as png:
            png.write(xwd_to_png(data))


def program_path():
    return os.environ["PIVOT_TEST_PROGRAM"]


class Program:
    """One running process of the program."""

    def __init__(self, session, arguments, environment):
        self.session = session
        self.bus_name = None
        self.main_window = None
        self.errors = tempfile.TemporaryFile(mode="a+")
        # Every complaint of a library ends the program. Not so in this process, which libatspi complains to.
        environment = {**os.environ, "G_DEBUG": "gc-friendly,fatal-criticals,fatal-warnings", **environment}
        self.process = subprocess.Popen([program_path(), *arguments], stdin=subprocess.DEVNULL, stdout=self.errors,
                                        stderr=self.errors, env=environment)

    # --- state ---

    def wait_for(self, condition, what=None, seconds=PATIENCE):
        def alive():
            if self.process.poll() is not None:
                raise SystemError(f"the program ended with status {self.process.returncode}:\n{self.output()}")
            return condition()
        return wait_for(alive, what, seconds)

    def output(self):
        self.errors.seek(0)
        return self.errors.read()

    def state(self, action):
        """The state of one of the application's actions, or None if it has none."""
        _enabled, _type, state = self.session.call(APP_ID, APP_PATH, "org.gtk.Actions", "Describe",
                                                   GLib.Variant("(s)", (action,)))[0]
        return state[0] if state else None

    def actions(self):
        """Names of the application's actions."""
        return self.session.call(APP_ID, APP_PATH, "org.gtk.Actions", "List", None)[0]

    def activate(self, action, parameter=None):
        """Activates one of the application's actions, as a menu does."""
        parameters = [] if parameter is None else [GLib.Variant("s", parameter)]
        self.session.call(APP_ID, APP_PATH, "org.gtk.Actions", "Activate",
                          GLib.Variant("(sava{sv})", (action, parameters, {})))

    def view(self):
        """What the program says it shows: the view, as a dictionary."""
        return json.loads(self.state("view"))

    def hovered(self):
        """The id of the place under the pointer, or an empty string."""
        return self.state("hovered")

    # --- window ---

    def windows(self):
        try:
            return xdotool("search", "--onlyvisible", "--pid", self.process.pid).split()
        except Failure:
            return []

    def wait_for_window(self):
        self.main_window = self.wait_for(self.windows, "a window")[0]
        self.wait_for(lambda: self.root() and self.root().children(), "the program on the accessibility bus")
        self.focus()

    def geometry(self):
        """x, y, width and height of the main window on the screen."""
        fields = dict(line.split("=") for line in xdotool("getwindowgeometry", "--shell", self.main_window).split())
        return tuple(int(fields[name]) for name in ("X", "Y", "WIDTH", "HEIGHT"))

    def resize(self, width, height):
        xdotool("windowsize", self.main_window, width, height)
        self.wait_for(lambda: self.geometry()[2:] == (width, height), f"a window of {width} × {height}")

    def focus(self, window=None):
        """No window manager gives a window the keyboard."""
        xdotool("windowfocus", "--sync", window or self.main_window)

    # --- hand ---

    def move(self, x, y):
        """Moves the pointer to a place of the screen; the step beside it makes the last event a motion."""
        xdotool("mousemove", int(x) + 1, int(y) + 1, "mousemove", int(x), int(y))

    def click(self, x, y, button=1, modifiers=(), repeat=1):
        self.move(x, y)
        down = [word for key in modifiers for word in ("keydown", key)]
        up = [word for key in modifiers for word in ("keyup", key)]
        xdotool(*down, "click", "--repeat", repeat, button, *up)

    def drag(self, from_x, from_y, to_x, to_y, modifiers=(), steps=10):
        self.move(from_x, from_y)
        for key in modifiers:
            xdotool("keydown", key)
        xdotool("mousedown", 1)
        for i in range(1, steps + 1):
            xdotool("mousemove", round(from_x + (to_x - from_x) * i / steps), round(from_y + (to_y - from_y) * i / steps),
                    "sleep", "0.02")
            pump()
        # A hand stops before it lets go: without it a pan would go on by its own momentum.
        xdotool("sleep", "0.2", "mouseup", 1)
        for key in modifiers:
            xdotool("keyup", key)

    def scroll(self, x, y, steps):
        """Turns the wheel: positive steps scroll down."""
        self.move(x, y)
        xdotool("click", "--repeat", abs(steps), 5 if steps > 0 else 4)

    def keys(self, *names):
        """Presses keys by their names in X: "Tab", "Return", "ctrl+f", "alt+Left"."""
        xdotool("key", *names)

    def type(self, text):
        xdotool("type", "--delay", "5", text)

    # --- what a screen reader meets ---

    def root(self):
        """The program on the accessibility bus, or None."""
        if self.bus_name is None:
            self.bus_name = self.session.accessibility.find_process(self.process.pid)
        return Node(self, (self.bus_name, "/org/a11y/atspi/accessible/root")) if self.bus_name else None

    def frame(self):
        """The first window."""
        root = self.root()
        reference = self.session.accessibility.call(*root.reference, ACCESSIBLE, "GetChildAtIndex", GLib.Variant("(i)", (0,)))
        return Node(self, tuple(reference), 1)

    def walk(self):
        """Everything but the cells of tables, which are thousands: those are looked for in their row."""
        root = self.root()
        return root.look(leaves=["table row"]).walk() if root else iter(())

    def find_all(self, role=None, name=None, showing=True):
        """Every node of a role (as AT-SPI spells it: "button", "label", "table cell") and a name (text or function)."""
        return [node for node in self.walk() if node.matches(role, name, showing)]

    def find(self, role=None, name=None, showing=True):
        """Waits for the first such node."""
        return self.wait_for(lambda: next((node for node in self.walk() if node.matches(role, name, showing)), None),
                             f"{role or 'a node'} “{name}”")

    def find_menu_item(self, start):
        """Waits for the item of an open menu whose words begin like this."""
        return self.find("menu item", lambda name: name.startswith(start))

    def is_newer(self):
        """Whether its GTK is newer than the one the tests are written for, and says less on the accessibility bus."""
        return GTK_IS_NEWER

    def focused(self):
        """The innermost object that has the keyboard, or None."""
        return next((node for node in reversed(list(self.walk())) if node.has_state("focused")), None)

    def press_to_move(self, *keys):
        """Presses keys that move the keyboard elsewhere, and returns where it is then."""
        bus = self.session.accessibility
        before = bus.focus
        self.keys(*keys)
        self.wait_for(lambda: bus.focus != before, f"the keyboard to move by {' '.join(keys)}")
        return Node(self, bus.focus).look()

    def tree(self):
        """The whole tree as text, for looking at it."""
        return "\n".join("  " * node.depth + str(node) for node in self.walk())

    # --- end ---

    def quit(self, status=0):
        """Closes the window as a person does, and expects an end with nothing on the error output."""
        self.keys("ctrl+q")
        self.wait_for_end(status)

    def wait_for_end(self, status=0):
        """The program ends as it should, and has written nothing to the terminal that is not in the list."""
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            raise Failure("the program does not end") from None
        complaints = [line for line in self.output().splitlines() if line.strip() and not HARMLESS.search(line)]
        if self.process.returncode != status or complaints:
            raise Failure(f"the program ended with status {self.process.returncode}:\n" + "\n".join(complaints))


class AccessibilityBus:
    """The bus that screen readers listen on. Its own library asks for one thing at a time; here whole trees are asked
    for at once, which is a hundred times as fast."""

    def __init__(self, address):
        self.connection = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        self.focus = None
        self.announced = {}
        self.connection.signal_subscribe(None, "org.a11y.atspi.Event.Object", "Announcement", None, None,
                                         Gio.DBusSignalFlags.NONE, self.take_announcement)
        self.connection.signal_subscribe(None, "org.a11y.atspi.Event.Object", "StateChanged", None, "focused",
                                         Gio.DBusSignalFlags.NONE, self.take_focus)
        self.call_all([("org.a11y.atspi.Registry", "/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "RegisterEvent",
                        GLib.Variant("(sass)", (event, [], "")))
                       for event in ("object:state-changed:focused", "object:announcement")])

    def take_announcement(self, _connection, sender, path, _interface, _signal, arguments):
        """Keeps what was announced last, by what it was announced of."""
        self.announced[sender, path] = arguments.unpack()[3]

    def take_focus(self, _connection, sender, path, _interface, _signal, arguments):
        """Keeps where the keyboard has gone to, as it is told to screen readers."""
        if arguments.unpack()[1] == 1:
            self.focus = (sender, path)

    def call(self, name, path, interface, method, arguments=None):
        return self.connection.call_sync(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE,
                                         int(PATIENCE * 1000), None).unpack()[0]

    def call_all(self, calls):
        """The answers to many calls, in their order; None where an object is gone."""
        answers = [None] * len(calls)
        waiting = len(calls)

        def take(connection, result, number):
            nonlocal waiting
            waiting -= 1
            try:
                answers[number] = next(iter(connection.call_finish(result).unpack()), None)
            except GLib.Error:
                pass

        for number, (name, path, interface, method, arguments) in enumerate(calls):
            self.connection.call(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE,
                                 int(PATIENCE * 1000), None, take, number)
        while waiting > 0:
            GLib.MainContext.default().iteration(True)
        return answers

    def find_process(self, pid):
        """The name of a process on the bus, or None. Before it has registered it must not be spoken to."""
        for name, _path in self.call("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root", ACCESSIBLE, "GetChildren"):
            if pid == self.call("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                                GLib.Variant("(s)", (name,))):
                return name
        return None


# AT-SPI's numbers of what tests ask for.
ROLES = {7: "check box", 11: "combo box", 16: "dialog", 20: "filler", 23: "frame", 27: "image", 29: "label", 31: "list",
         32: "list item", 33: "menu", 35: "menu item", 37: "page tab", 38: "page tab list", 39: "panel", 43: "button",
         44: "radio button", 48: "scroll bar", 49: "scroll pane", 50: "separator", 52: "spin button", 55: "table",
         56: "table cell", 61: "text", 62: "toggle button", 66: "tree table", 75: "application", 79: "entry",
         83: "heading", 90: "table row", 99: "panel", 129: "button"}
STATES = {"checked": 4, "expanded": 10, "focusable": 11, "focused": 12, "pressed": 20, "selected": 23, "visible": 30}
LABELLED_BY = 2
# What GTK 4.8 takes for the name of an object that has none.
TYPE_NAME = re.compile(r"^(Gtk|Gdk|Pivot|Shumate)[A-Z]\w*$")


class Node:
    """One accessible object, as it was when it was looked at. Only its place is asked for anew."""

    def __init__(self, program, reference, depth=0):
        self.program = program
        self.reference = reference
        self.depth = depth
        self.name = ""
        self.role = ""
        self.states = 0
        self.kids = []

    def __str__(self):
        text = f"{self.role}: {self.name}"
        return text + "".join(f" [{word}]" for word in ("focused", "selected", "checked", "pressed") if self.has_state(word))

    @property
    def accessibility(self):
        return self.program.session.accessibility

    def get(self, interface, name):
        return self.accessibility.call(*self.reference, "org.freedesktop.DBus.Properties", "Get",
                                       GLib.Variant("(ss)", (interface, name)))

    @property
    def description(self):
        return self.get(ACCESSIBLE, "Description")

    @property
    def spoken(self):
        """What was spoken of it last. Newer versions of GTK have announcements; before, it stood in the description."""
        if GTK_IS_NEWER:
            pump()
            return self.accessibility.announced.get(self.reference, "")
        return self.description

    def has_state(self, word):
        return bool(self.states >> STATES[word] & 1)

    def look(self, leaves=()):
        """Asks for this object and everything in it, one level of the tree after another; not in objects of the roles that
        are named as leaves."""
        level = [self]
        while level:
            calls = []
            for node in level:
                calls += [(*node.reference, "org.freedesktop.DBus.Properties", "Get",
                           GLib.Variant("(ss)", (ACCESSIBLE, "Name"))),
                          (*node.reference, ACCESSIBLE, "GetRole", None), (*node.reference, ACCESSIBLE, "GetState", None),
                          (*node.reference, ACCESSIBLE, "GetChildren", None)]
            answers = self.accessibility.call_all(calls)
            below = []
            for number, node in enumerate(level):
                name, role, states, children = answers[4 * number:4 * number + 4]
                node.name = "" if name is None or TYPE_NAME.match(name) else name
                node.role = ROLES.get(role, str(role))
                node.states = states[0] | states[1] << 32 if states else 0
                node.kids = [Node(self.program, tuple(child), node.depth + 1) for child in children or []]
                if node.role not in leaves:
                    below += node.kids
            level = below
        # Newer versions of GTK leave it to the screen reader to ask what an item of a menu is labelled by.
        for node in self.walk():
            if node.role == "menu item" and not node.name:
                node.name = node.label()
        return self

    def label(self):
        """The text that it is labelled by."""
        relations = self.accessibility.call(*self.reference, ACCESSIBLE, "GetRelationSet")
        return " ".join(self.accessibility.call(*target, "org.a11y.atspi.Text", "GetText", GLib.Variant("(ii)", (0, -1)))
                        for kind, targets in relations if kind == LABELLED_BY for target in targets)

    def is_showing(self):
        """GTK 4.8 says "showing" of windows only, so what has room shows. What is hidden is not in the tree or has none."""
        try:
            _x, _y, width, height = self.window_extents()
        except GLib.Error:
            return False
        return width > 0 and height > 0

    def children(self):
        """What is in it now."""
        return self.look().kids

    def walk(self):
        """This object and all that is in it, as they were when the top one was looked at."""
        yield self
        for child in self.kids:
            yield from child.walk()

    def matches(self, role, name, showing):
        # Newer versions of GTK tell a button that stays down by another word.
        return ((role in (None, self.role) or (role == "button" and self.role == "toggle button")) and
                (name is None or (name(self.name) if callable(name) else self.name == name)) and
                (not showing or (self.has_state("visible") and self.is_showing())))

    def find_all(self, role=None, name=None, showing=True):
        return [node for node in self.look().walk() if node.matches(role, name, showing)]

    def window_extents(self):
        return self.accessibility.call(*self.reference, "org.a11y.atspi.Component", "GetExtents",
                                       GLib.Variant("(u)", (1,)))

    def extents(self):
        """x, y, width and height on the screen. GTK counts from the inside of the window's border."""
        own_x, own_y, own_width, own_height = self.window_extents()
        frame_x, frame_y, frame_width, frame_height = self.program.frame().window_extents()
        x, y, width, height = self.program.geometry()
        return x + (width - frame_width) // 2 + own_x, y + (height - frame_height) // 2 + own_y, own_width, own_height

    def centre(self):
        x, y, width, height = self.extents()
        return x + width / 2, y + height / 2

    def click(self, **arguments):
        self.program.click(*self.centre(), **arguments)

    def press(self):
        """Does what it is there for, as a screen reader does it when it is told to."""
        if not self.accessibility.call(*self.reference, "org.a11y.atspi.Action", "DoAction", GLib.Variant("(i)", (0,))):
            raise Failure(f"{self} does nothing")


def run_one(test):
    """In a process of its own, since the library of the accessibility bus keeps to the first bus it meets. Says how it
    went: True, False, or None where the test was skipped."""
    sys.stdout.flush()
    child = os.fork()
    if child != 0:
        return {0: True, SKIPPED: None}.get(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), False)
    status = 1
    try:
        test()
        status = 0
    except Skip as reason:
        print(f"# skipped: {reason}")
        status = SKIPPED
    except BaseException:  # Also an exit that was asked for: whatever ends the test early fails it.
        for line in traceback.format_exc().splitlines():
            print(f"# {line}")
    sys.stdout.flush()
    os._exit(status)


def run_tests(tests):
    """Runs functions as a TAP script. Each gets no argument, and fails by an exception. PIVOT_TEST_ONLY names one."""
    signal.signal(signal.SIGTERM, lambda *unused: sys.exit(143))
    only = os.environ.get("PIVOT_TEST_ONLY")
    tests = [test for test in tests if not only or test.__name__ == "test_" + only]
    print(f"1..{len(tests)}")
    failed = 0
    for number, test in enumerate(tests, 1):
        start = time.monotonic()
        passed = run_one(test)
        print(f"# {time.monotonic() - start:.1f} s")
        print(f"{'not ok' if passed is False else 'ok'} {number} {test.__name__[len('test_'):]}" +
              (" # SKIP" if passed is None else ""), flush=True)
        failed += passed is False
    sys.exit(1 if failed else 0)
