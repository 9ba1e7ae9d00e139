# Finds a JDK of version 25 or newer. To be sourced by POSIX sh; sets JDK to its folder, or leaves it
# empty and sets JDK_SEEN to every Java that was seen, one a line.
#
# Set JDK_COMPILER=no where a runtime without a compiler is enough.
#
# Order: PARAPET_JAVA_HOME, JAVA_HOME, the java on the path, then the usual folders (or, when it is
# set, only those below the folders named in PARAPET_JVM_DIRS, separated by colons).

JDK=
JDK_SEEN=
JDK_LEAST=25

# Major version of the Java in $1, or nothing.
jdk_major() {
    _line=
    if [ -r "$1/release" ]; then
        _line=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([^"]*\)"\{0,1\}.*$/\1/p' "$1/release" | sed -n 1p)
    fi
    if [ -z "$_line" ]; then
        _line=$("$1/bin/java" -version 2>&1 </dev/null | sed -n 's/^.*version "\([^"]*\)".*$/\1/p' | sed -n 1p)
    fi
    case $_line in
        1.*) _line=${_line#1.} ;;
    esac
    printf '%s' "$_line" | sed 's/[^0-9].*$//'
}

# Looks at the folder $1, which was found by way of $2.
jdk_try() {
    [ -z "$JDK" ] || return 0
    if [ ! -x "$1/bin/java" ]; then
        case $2 in
            *_HOME) JDK_SEEN="$JDK_SEEN  $1 ($2): no bin/java there
" ;;
        esac
        return 0
    fi
    _major=$(jdk_major "$1")
    if [ -z "$_major" ]; then
        JDK_SEEN="$JDK_SEEN  $1 ($2): version not known
"
    elif [ "$_major" -lt "$JDK_LEAST" ]; then
        JDK_SEEN="$JDK_SEEN  $1 ($2): version $_major
"
    elif [ "${JDK_COMPILER:-yes}" = yes ] && [ ! -x "$1/bin/javac" ]; then
        JDK_SEEN="$JDK_SEEN  $1 ($2): version $_major without a compiler
"
    else
        JDK=$1
    fi
}

# The file that $1 stands for, links followed.
follow_links() {
    _path=$1
    _steps=0
    while [ -L "$_path" ] && [ "$_steps" -lt 40 ]; do
        _to=$(readlink "$_path")
        case $_to in
            /*) _path=$_to ;;
            *) _path=$(dirname "$_path")/$_to ;;
        esac
        _steps=$((_steps + 1))
    done
    printf '%s' "$_path"
}

find_jdk() {
    [ -z "${PARAPET_JAVA_HOME:-}" ] || jdk_try "$PARAPET_JAVA_HOME" PARAPET_JAVA_HOME
    [ -z "${JAVA_HOME:-}" ] || jdk_try "$JAVA_HOME" JAVA_HOME
    if [ -z "$JDK" ]; then
        _java=$(command -v java || true)
        if [ -n "$_java" ]; then
            _java=$(follow_links "$_java")
            _home=$(cd "$(dirname "$_java")/.." 2>/dev/null && pwd -P) || _home=
            [ -z "$_home" ] || jdk_try "$_home" path
        fi
    fi
    if [ -n "${PARAPET_JVM_DIRS+set}" ]; then
        _dirs=$PARAPET_JVM_DIRS
        while [ -n "$_dirs" ]; do
            _dir=${_dirs%%:*}
            case $_dirs in
                *:*) _dirs=${_dirs#*:} ;;
                *) _dirs= ;;
            esac
            for _home in "$_dir"/* "$_dir"/*/Contents/Home; do
                jdk_try "$_home" folder
            done
        done
        return 0
    fi
    for _home in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
        "${HOME:-/nonexistent}/.sdkman/candidates/java"/* \
        "${HOME:-/nonexistent}/.jdks"/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${HOME:-/nonexistent}/Library/Java/JavaVirtualMachines"/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        jdk_try "$_home" folder
    done
}

# Says that there is none and ends with exit code 69.
no_jdk() {
    {
        echo "$1: a JDK of version $JDK_LEAST or newer is needed and none was found."
        if [ -n "$JDK_SEEN" ]; then
            echo "seen:"
            printf '%s' "$JDK_SEEN"
        else
            echo "seen: no Java at all"
        fi
        echo "Install one, for example Eclipse Temurin $JDK_LEAST (https://adoptium.net), or with your system:"
        echo "  Debian, Ubuntu   apt install openjdk-$JDK_LEAST-jdk (or temurin-$JDK_LEAST-jdk)"
        echo "  Fedora           dnf install java-$JDK_LEAST-openjdk-devel"
        echo "  macOS            brew install openjdk@$JDK_LEAST"
        echo "  SDKMAN           sdk install java $JDK_LEAST-tem"
        echo "or name its folder: PARAPET_JAVA_HOME=/path/to/jdk $1"
    } >&2
    exit 69
}

# Says that Maven is missing and ends with exit code 69.
no_maven() {
    {
        echo "$1: Maven (mvn, 3.8.7 or newer) is needed to build Parapet and is not on the path."
        echo "Install it, for example: apt install maven, dnf install maven, brew install maven, sdk install maven"
    } >&2
    exit 69
}
