### default
echo ${x:-a} ${x-b} ; x=; echo ${x:-c} "[${x-d}]"
### assign default
echo ${x:=a}; echo $x
### alternative
echo "[${x:+a}]"; x=1; echo "[${x:+a}]"
### default with blanks
for i in ${x:-a b} "${x:-c d}"; do echo "<$i>"; done
### default with quotes
for i in ${x:-"a b" c}; do echo "<$i>"; done
### default from another
y=2; echo ${x:-${y}} ${x:-$(echo sub)}
### prefix
x=a.b.c; echo ${x#*.} ${x##*.} ${x%.*} ${x%%.*}
### prefix of a path
x=/usr/lib/x.so; echo ${x##*/} ${x%/*} ${x#/} ${x%.so}
### quoted pattern
x='a*b'; echo ${x#'a*'} ${x#"*"}
### replace
x=banana; echo ${x/a/o} ${x//a/o} ${x/#b/c} ${x/%a/u} ${x//a} ${x/n*/}
### replace a slash
x=10.0.0.1/24; echo ${x/\/*/} ${x%/*} ${x#*/}
### replace by a variable
x=a-b; y=+; echo ${x/-/$y} "${x/-/ $y }"
### length
x=hello; echo ${#x} ${#} ${#nothing}
### substring
x=hello; echo ${x:1:3} ${x:1} ${x: -3} ${x:0:-1} ${x:9}
### substring by arithmetic
x=hello; i=1; echo ${x:i+1:$((i*2))}
### arguments in part
set -- a b c d; echo ${@:2} ${@:2:2} "${*:1:2}"
### case
x=Hello; echo ${x^^} ${x,,} ${x^} ${x,}
### indirection
a=b; b=c; echo ${!a}
### unset
x=1; unset x; echo "[$x]" ${x-none}
### special
true; echo $?; false; echo $?; (exit 3); echo $?
### status of a pipe
true | false; echo $? ${PIPESTATUS[0]} ${PIPESTATUS[1]}
### positional beyond nine
set -- 1 2 3 4 5 6 7 8 9 ten; echo ${10} $10
### shift
set -- a b c; shift; echo $1 $#; shift 2; echo $#; shift; echo $?
### declare -i
declare -i n=3+4; echo $n; n+=1; echo $n
### readonly
readonly r=1; (r=2) 2>/dev/null; echo $? $r
### export to a shell within
export e=1; f=2; bash -c 'echo "$e-$f"'
### for one command only
v=1 bash -c 'echo $v'; echo "[$v]"
### append
x=a; x+=b; echo $x
### nested assign
x=${y:=5}; echo $x $y
### demand
(echo ${nope:?not there}) 2>/dev/null; echo $?
### nounset
set -u; echo ${x:-fine}; (echo $x) 2>/dev/null; echo $?
### printf -v
printf -v x '%03d' 7; echo $x
### read from a string
read a b c <<< "1 2 3 4"; echo "$a|$b|$c"
### read with IFS
IFS=. read -r a b c d <<< 10.1.2.3; echo $d$c$b$a
### read an array
read -ra parts <<< "x y z"; echo ${#parts[@]} ${parts[1]}
### read keeps backslashes with -r
read x <<< 'a\b'; read -r y <<< 'a\b'; echo $x $y
### read without names
read <<< '  a b  '; echo "[$REPLY]"
### several reads from one text
while read -r a b; do echo "$b-$a"; done <<EOT
1 2
3 4 5

6
EOT
### read ends with status 1
read x < /dev/null; echo $? "[$x]"
### mapfile
mapfile -t lines <<< $'a\nb c'; echo ${#lines[@]} "${lines[1]}"
