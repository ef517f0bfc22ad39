### if
if true; then echo a; elif true; then echo b; else echo c; fi
### elif and else
if false; then echo a; elif [ 1 = 1 ]; then echo b; fi; if false; then :; else echo c; fi; echo $?
### status of an if that does nothing
false; if false; then :; fi; echo $?
### for over words
for i in 1 2 "3 4"; do echo $i; done
### for over nothing
for i in; do echo $i; done; echo $?
### while
i=0; while [ $i -lt 3 ]; do echo $i; i=$((i+1)); done
### until
i=0; until ((i>=3)); do ((i+=1)); done; echo $i
### break and continue
for i in 1 2 3 4; do [ $i = 2 ] && continue; [ $i = 4 ] && break; echo $i; done
### break two levels
for i in 1 2; do for j in 1 2; do echo $i$j; [ $j = 1 ] && break 2; done; done; echo end
### continue two levels
for i in 1 2; do for j in 1 2; do echo $i$j; continue 2; done; done
### case
for x in a b1 ccc 'd e' ''; do case $x in a) echo A;; b?|x) echo B;; c*) echo C;; "d e") echo D;; *) echo other;; esac; done
### case with sets
for x in a 5 Z _; do case $x in [a-z]) echo low;; [0-9]) echo digit;; [!a-z0-9_]) echo else;; *) echo rest;; esac; done
### case falls through
case a in a) echo 1;& b) echo 2;; c) echo 3;; esac; case a in a) echo 1;;& b) echo 2;; [a-c]) echo 3;; esac
### case with brackets before
case up in (up|start) echo up;; (down) echo down;; esac
### case without a match
case x in y) echo y;; esac; echo $?
### and or
true && echo a || echo b; false && echo c || echo d; true || echo e; false || false || echo f
### negation
! true; echo $?; ! false; echo $?; if ! false; then echo yes; fi
### group
{ echo a; echo b; } | cat; { false; }; echo $?
### subshell
x=1; (x=2; echo $x); echo $x; (exit 4); echo $?
### pipe
echo abc | cat | cat; printf '1\n2\n' | while read n; do echo "n$n"; done
### loop in a pipe keeps nothing
n=0; printf '1\n2\n' | while read x; do n=$((n+1)); done; echo $n
### pipefail
set -o pipefail; false | true; echo $?; true | true; echo $?
### background and wait
echo a & wait; echo b
### errexit
set -e; echo a; false; echo never
### errexit looks away
set -e; false || true; if false; then :; fi; ! true; false && true; echo fine
### errexit in a function
set -e; f() { false; echo in; }; f || echo out; f; echo never
### errexit of a substitution
set -e; x=$(false); echo never
### errexit in a subshell
set -e; (false; echo never); echo never
### errexit with a local
set -e; f() { local x=$(false); echo on; }; f
### errexit and arithmetic
set -e; i=0; ((i++)); echo never
### exit status
exit 7
### exit in a function
f() { exit 5; }; f; echo never
### exit in a substitution
x=$(echo a; exit 3); echo $? $x
### trap at the end
trap 'echo bye $?' EXIT; echo hi; exit 2
### trap taken back
trap 'echo bye' EXIT; trap - EXIT; echo hi
### trap in a function's exit
cleanup() { echo clean; }; trap cleanup EXIT; echo work
### empty lines and semicolons

echo a;

echo b
### several commands on lines
if true
then
  echo a
fi
for i in 1 2
do
  echo $i
done
while false; do :; done
### one line function
f() { echo "f $1"; }; f x
### for with braces
for i in 1 2; { echo $i; }
### commands that continue
true &&
  echo a ||
  echo b
echo c |
  cat
### time and not
! { false; }; echo $?
### nested everything
for i in 1 2; do if [ $i = 1 ]; then case $i in 1) (for j in a b; do echo $i$j; done);; esac; else while :; do echo w; break; done; fi; done
