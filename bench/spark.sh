#!/usr/bin/env bash
# Links two files on a Spark cluster of this machine alone, and by the engine without Spark; the links must be the same.
# Usage: bench/spark.sh FOLDER WORKERS [MODEL]   FOLDER holds forms.csv and book.csv
# Prints wall and CPU seconds and the most memory of every process. All that it starts ends with it.
set -euo pipefail
HERE="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
DATA="${1:?a folder with forms.csv and book.csv}"
WORKERS="${2:?how many workers, of one core and 2 GB each}"
MODEL="${3:-$HERE/bench/models/speed.yaml}"
LIB="$HERE/linkage-spark/target/lib"
WORK="$(mktemp -d)"
STARTED=()

finish() {
    for process in ${STARTED[@]+"${STARTED[@]}"}; do
        kill "$process" 2>/dev/null || true
    done
    wait 2>/dev/null || true
    rm -rf "$WORK"
}
trap finish EXIT

# One Java on all sides.
DANCU_JAVA_HOME="${DANCU_JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")}"
export DANCU_JAVA_HOME JAVA_HOME="$DANCU_JAVA_HOME"

# Fetches and builds Spark's part where it is not there yet.
"$HERE/dancu" link --engine 'local[1]' --help >/dev/null

# A cluster that has Spark and nothing else.
mkdir -p "$WORK/spark/jars" "$WORK/spark/conf"
for jar in "$LIB"/*.jar; do
    case "${jar##*/}" in
        dancu-* | snakeyaml-engine* | jspecify*) ;;
        *) ln -s "$jar" "$WORK/spark/jars/" ;;
    esac
done
export SPARK_HOME="$WORK/spark" SPARK_CONF_DIR="$WORK/spark/conf" SPARK_SCALA_VERSION=2.13
export SPARK_LOCAL_IP=127.0.0.1 SPARK_LOCAL_DIRS="$WORK/scratch"
OPENS="$(sed -n 's/.*<spark\.opens>\(.*\)<\/spark\.opens>.*/\1/p' "$HERE/linkage-spark/pom.xml")"

# Starts a process, waits until it says what it must, and puts that into FOUND.
start() {
    local name="$1" awaited="$2"
    shift 2
    # shellcheck disable=SC2086
    "$JAVA_HOME/bin/java" $OPENS -Xmx300m -cp "$WORK/spark/jars/*" "$@" --host 127.0.0.1 --port 0 --webui-port 0 >"$WORK/$name.log" 2>&1 &
    STARTED+=($!)
    for _ in $(seq 600); do
        FOUND="$(grep -o -E "$awaited" "$WORK/$name.log" 2>/dev/null | head -n 1 || true)"
        [ -n "$FOUND" ] && return
        sleep 0.1
    done
    cat "$WORK/$name.log" >&2
    exit 1
}


# Executors end with their run, so what they took is seen while they are there: CPU and memory, summed over all.
watch_executors() {
    while true; do
        for process in $(pgrep -f "$1.*CoarseGrainedExecutorBackend" || true); do
            awk -v id="$process" -v tick="$(getconf CLK_TCK)" '{printf "%s %d %d\n", id, ($14 + $15) / tick, $24 / 256}' \
                "/proc/$process/stat" 2>/dev/null || true
        done
        sleep 0.5
    done >"$WORK/executors"
}

link() {
    local out="$1"
    shift
    /usr/bin/time -f "%e s, %U + %S CPU s, %M KB" "$HERE/dancu" link --left "$DATA/forms.csv" --right "$DATA/book.csv" \
        --model "$MODEL" --threshold 0.9 --out "$WORK/$out.csv" "$@" >"$WORK/$out.log" 2>"$WORK/$out.err" \
        || { cat "$WORK/$out.err" >&2 && exit 1; }
    tail -n 1 "$WORK/$out.err"
}

echo "load before: $(cut -d ' ' -f 1-3 /proc/loadavg)"
echo "without Spark: $(link here)"
start master 'spark://[0-9.:]+' org.apache.spark.deploy.master.Master
MASTER="$FOUND"
for n in $(seq "$WORKERS"); do
    start "worker-$n" 'Successfully registered' org.apache.spark.deploy.worker.Worker --cores 1 --memory 2g \
        --work-dir "$WORK/work-$n" "$MASTER"
done
watch_executors "$WORK" &
STARTED+=($!)
DANCU_JAVA_OPTS="${DANCU_JAVA_OPTS:-} -Dspark.executor.memory=2g" link there --engine "$MASTER" >"$WORK/driver"
echo "$WORKERS workers, the driver: $(cat "$WORK/driver")"
awk '{cpu[$1] = $2; if ($3 > most[$1]) most[$1] = $3}
    END {for (id in cpu) printf "an executor: %d CPU s, %d MB at most\n", cpu[id], most[id]}' "$WORK/executors"
echo "pairs: $(($(wc -l <"$WORK/there.csv") - 1))"
cmp "$WORK/here.csv" "$WORK/there.csv"
cmp "$WORK/here.uncertain.csv" "$WORK/there.uncertain.csv"
echo "the same bytes"
