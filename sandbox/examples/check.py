#!/usr/bin/env python3
"""Checks a bot of this folder on a sandbox of its own: check.py <telegram-sandbox> <command that starts the bot…>

It starts both, does what people do through the control interface, and looks at what the bot answers. It uses the standard
library only, and waits by /control/chats/{id}/wait. The bot gets its API address as BOT_API and its token as BOT_TOKEN.
"""

import json
import os
import subprocess
import sys
import urllib.error
import urllib.request

PATIENCE = 30


class Sandbox:
    """A sandbox as a program, and its control interface."""

    def __init__(self, program):
        self.process = subprocess.Popen([program, "--port", "0"], stdout=subprocess.PIPE, text=True)
        # The first line is "chat page  http://127.0.0.1:<port>/".
        self.url = self.process.stdout.readline().split()[-1].rstrip("/")
        self.state = self.control("state")
        self.seen = self.state["event"]

    def control(self, path, **body):
        """A control call; one with a body is a POST."""
        data = json.dumps(body).encode() if body else None
        request = urllib.request.Request(f"{self.url}/control/{path}", data, {"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=2 * PATIENCE) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{path} {body}: {error.read().decode()}") from None

    def next(self, chat, kind):
        """Waits for the bot's next message in a chat (kind "message"), or for its next edit (kind "edit")."""
        while True:
            event = self.control(f"chats/{chat}/wait?after={self.seen}&timeout={PATIENCE}")
            assert "timeout" not in event, f"no {kind} of the bot in {PATIENCE} s"
            self.seen = event["event"]
            if event["type"] == kind and (event["message"]["from"] or {}).get("is_bot"):
                return event["message"]


def check(sandbox):
    """The whole story; an AssertionError says what is not as it should be."""
    anna = next(user["id"] for user in sandbox.state["users"] if user["name"] == "Anna")
    private = anna
    group = next(chat["id"] for chat in sandbox.state["chats"] if chat["title"] == "Newsroom")

    sandbox.control("say", user_id=anna, chat_id=private, text="/start")
    hello = sandbox.next(private, "message")
    expect(hello["text"], "Hello! Say something.")
    button = hello["keyboard"][0][0]
    expect((button["text"], button["kind"]), ("Press me", "callback"))

    toast = sandbox.control(
        "press", user_id=anna, chat_id=private, message_id=hello["message_id"], data=button["data"]
    )
    expect((toast["answered"], toast["text"]), (True, "Thank you!"))
    pressed = sandbox.next(private, "edit")
    expect((pressed["message_id"], pressed["text"], pressed["keyboard"]), (hello["message_id"], "Pressed.", []))

    said = sandbox.control("say", user_id=anna, chat_id=private, text="Сәлем <b> & 👋🏽")
    echo = sandbox.next(private, "message")
    expect((echo["text"], echo["reply_to"]["message_id"]), ("Сәлем <b> & 👋🏽", said["message_id"]))

    found = sandbox.control("inline", user_id=anna, chat_id=group, query="good news")
    expect([result["title"] for result in found["results"]], ["Say “good news”"])
    result = found["results"][0]["id"]
    sent = sandbox.control("choose", user_id=anna, chat_id=group, query_id=found["query_id"], result_id=result)
    username = sandbox.state["bot"]["username"]
    expect((sent["text"], sent["via_bot"]), ("good news", username))
    # A bot in privacy mode sees what was sent through it, so this one repeats it.
    echo = sandbox.next(group, "message")
    expect((echo["text"], echo["reply_to"]["message_id"]), ("good news", sent["message_id"]))

    sandbox.control("say", user_id=anna, chat_id=group, text=f"/start@{username}")
    expect(sandbox.next(group, "message")["text"], "Hello! Say something.")


def expect(given, wanted):
    assert given == wanted, f"{given!r} is not {wanted!r}"


def main():
    program, *command = sys.argv[1:]
    sandbox = Sandbox(program)
    bot = None
    try:
        environment = os.environ | {"BOT_API": sandbox.url, "BOT_TOKEN": sandbox.state["bot"]["token"]}
        bot = subprocess.Popen(command, env=environment)
        check(sandbox)
    except AssertionError as error:
        sys.exit(f"{' '.join(command)}: FAILED: {error}")
    finally:
        for process in filter(None, [bot, sandbox.process]):
            process.terminate()
            process.wait()
    print(f"{' '.join(command)}: ok")


if __name__ == "__main__":
    main()
