"""The session bus, spoken without ever waiting for it.

jeepney knows D-Bus: its types, its messages, how one is let in. What it leaves to others is here: the socket, joined
to Qt's event loop without a thread. Qt's own binding is not used: from Python it writes every whole number as a signed
one of 32 bits, while a screen saver's cookie and a player's position have other types; and it waits as it connects.

connection  one connection: calls out, calls in, and who owns a name
address     where the session bus listens
"""
