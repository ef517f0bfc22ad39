### arguments
f() { echo $# "$1" "$@"; }; f a "b c"; echo $1
### local
x=1; f() { local x=2; g; echo $x; }; g() { echo g$x; x=3; }; f; echo $x
### local without value
x=1; f() { local x; echo "[$x]"; }; f; echo $x
### return
f() { return 3; echo never; }; f; echo $?; g() { false; }; g; echo $?
### return in a loop
f() { for i in 1 2 3; do [ $i = 2 ] && return 9; echo $i; done; }; f; echo $?
### recursion
fact() { if (($1 < 2)); then echo 1; else echo $(($1 * $(fact $(($1 - 1))))); fi; }; fact 6
### keyword
function f { echo a; }; function g() { echo b; }; f; g
### in a pipe
f() { while read x; do echo "<$x>"; done; }; printf 'a\nb\n' | f
### with redirections
f() { echo to; } > out.txt; f; cat out.txt
### output caught
f() { echo "$1-$2"; }; x=$(f a b); echo $x
### subshell body
f() ( x=2; exit 4 ); x=1; f; echo $? $x
### defined within
f() { g() { echo inner; }; }; f; g
### local of a substitution hides the status
f() { local x=$(false); echo $?; local y; y=$(false); echo $?; }; f
### shift in a function
f() { shift; echo $1; }; f a b; echo $1
### default argument
f() { local n=${1:-5}; echo $n; }; f; f 3
### array argument
f() { local all=("$@"); echo ${#all[@]}; }; f a "b c"
### overriding a builtin's name by command
echo() { builtin echo "my $*"; }; echo a; unset -f echo; echo b
### command -v
f() { :; }; command -v f; command -v nothing_like_this; echo $?
### getopts
f() { local OPTIND=1 o; while getopts "ab:c" o; do case $o in a) echo A;; b) echo B$OPTARG;; c) echo C;; esac; done; shift $((OPTIND-1)); echo "$@"; }; f -a -b x -c rest; f -abx -- y
### eval
x='echo a; y=2'; eval "$x"; echo $y; eval 'for i in 1 2; do echo $i; done'
### eval of a name
n=1; eval "v_$n=5"; eval echo \$v_$n
### set --
set -- a b; echo $2; set -- ; echo $#
### bash -c
bash -c 'echo $0 $1' name arg; sh -c 'exit 3'; echo $?
### bash from a here-document
bash <<'EOT'
x=1
echo in $x
EOT
### bash -s
bash -s a b <<< 'echo $1 $2'
### script in a file
cat > s.sh <<'EOT'
echo script $1
EOT
bash s.sh x; . ./s.sh y
