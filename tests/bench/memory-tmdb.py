"""Times translate-toolkit's translation memory on given units and queries: as it ships, and after ANALYZE."""
import json
import os
import signal
import sys
import time

from translate.storage import tmdb

units_file, queries_file, folder, limit = sys.argv[1:5]
limit = float(limit)


def lines(name):
    with open(name, encoding="utf-8") as handle:
        return [line.rstrip("\n").split("\t") for line in handle]


class TooLong(Exception):
    pass


def stop(_signal, _frame):
    raise TooLong


signal.signal(signal.SIGALRM, stop)
path = os.path.join(folder, "tmdb.db")
memory = tmdb.TMDB(path, min_similarity=70)
started = time.time()
memory.add_list(({"source": nl, "target": zh, "context": ""} for nl, zh in lines(units_file)), "nl", "zh")
result = {"importSeconds": time.time() - started}
queries = [row[0] for row in lines(queries_file)]


def run(chosen, most):
    times = []
    spent = time.time()
    for query in chosen:
        begun = time.time()
        signal.setitimer(signal.ITIMER_REAL, limit)
        try:
            memory.translate_unit(query, "nl", "zh")
        except TooLong:
            pass
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        times.append(time.time() - begun)
        if time.time() - spent > most:
            break
    return times


result["shipped"] = run(queries[:5], 90)
memory.cursor.execute("ANALYZE")
memory.connection.commit()
memory = tmdb.TMDB(path, min_similarity=70)
result["analyzed"] = run(queries, 60)
print(json.dumps(result))
