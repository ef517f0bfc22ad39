### single quotes keep everything
echo 'a $b `c` "d" \e'
### double quotes keep blanks and expand
x='1  2'; echo "a $x b"
### no quotes split
x='1  2'; echo a $x b
### backslashes
echo a\ b \$x \\ "\$x \" \\ \a"
### dollar quotes
echo $'a\tb\nc\x41\101\'q\\'
### adjacent parts are one word
x=y; echo a'b'"c$x"$x
### empty words
set -- "" '' $nothing "$nothing"; echo $#
### continuation line
echo a \
  b
### comment at the end
echo a # b
### hash inside a word
echo a#b
### tilde
echo ~ ~/x a~ "~"
### braces
echo {a,b,c} x{1,2}y {1..5} {5..1} {01..10..3} {a..e}
### braces within braces
echo {a,b{1,2},c}{x,y}
### no braces
echo {a} {} {a,b "{a,b}" {1..x}
### braces and variables
x=3; echo {1..$x} {$x,4}
### empty alternative
echo a{,b}c
### command substitution
echo $(echo a; echo b) "$(echo a; echo b)"
### back-quotes
echo `echo a` "`echo \"b c\"`" `echo \`echo n\``
### nested substitution
echo $(echo $(echo "$(echo deep)"))
### substitution loses last line feeds
x=$(printf 'a\n\n\n'); echo "[$x]"
### quotes in substitution in quotes
echo "a $(echo "b  c") d"
### IFS
IFS=:; x=a:b::c; set -- $x; echo $#; echo "$*"
### IFS with blanks
IFS=', '; x='a , b,c  d'; set -- $x; echo $# $1 $2 $3 $4
### special characters in words
echo a=b =c -- -n
### arguments
echo "$1" "$2" $# ; for i; do echo "<$i>"; done
### quoted at
for i in "$@"; do echo "<$i>"; done
### at within a word
set -- a b c; for i in "x$@y"; do echo "<$i>"; done
### star joined
set -- a b c; echo "$*"; IFS=-; echo "$*"
### no arguments, quoted at
set --; set -- "$@"; echo $#; set -- "$@" x; echo $#
### unquoted at
for i in $@; do echo "<$i>"; done
### unicode length
x=äöü; echo ${#x}
### carriage of dollar
echo $ a$ "$" $, 
