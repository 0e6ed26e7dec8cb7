"""How much a routine may hold, whoever writes it: the editor and the door for files agree in these."""

MOST_IN_ID = 100
ROUTINE_ID = f"[A-Za-z0-9][A-Za-z0-9._-]{{0,{MOST_IN_ID - 1}}}"  # one that is safe as the name of a file
MOST_IN_NAME = 80  # characters of a routine's name, or of a step's own title
MOST_IN_SAY = 100  # of an instruction, which is best with 34 and fewer
MOST_IN_TEXT = 500  # of any other text
MOST_SECONDS = 36_000  # of the whole routine, as it is laid out without choices
