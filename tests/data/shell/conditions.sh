### strings
[ a = a ] && echo 1; [ a != b ] && echo 2; [ -z "" ] && echo 3; [ -n a ] && echo 4; [ a ] && echo 5; [ "" ] || echo 6
### numbers
[ 1 -lt 2 ] && echo 1; [ 2 -ge 2 ] && echo 2; [ 1 -eq 01 ] && echo 3; [ 3 -ne 4 ] && echo 4; [ 5 -gt 4 -a 1 -le 1 ] && echo 5
### logic
[ a = b -o b = b ] && echo 1; [ ! a = b ] && echo 2; [ \( a = a \) ] && echo 3; test a = a && echo 4
### few words
[ ] || echo 1; [ -n ] && echo 2; [ ! ] && echo 3; [ = ] && echo 4
### unquoted empty
x=; [ -n $x ] && echo odd; [ -z $x ] && echo fine
### double brackets
x='a b'; [[ $x = 'a b' ]] && echo 1; [[ -z $nothing ]] && echo 2; [[ a < b ]] && echo 3; [[ 10 -gt 9 ]] && echo 4
### patterns
[[ abc == a* ]] && echo 1; [[ abc == "a*" ]] || echo 2; x='a*'; [[ abc == $x ]] && echo 3; [[ abc == "$x" ]] || echo 4; [[ abc != *z ]] && echo 5
### logic in double brackets
[[ a = a && ! b = c ]] && echo 1; [[ ( a = b || c = c ) && -n x ]] && echo 2; [[ a && "" ]] || echo 3
### regular expressions
[[ 10.0.0.1 =~ ^([0-9]{1,3}\.){3}[0-9]{1,3}$ ]] && echo 1; [[ veth12 =~ ([a-z]+)([0-9]+) ]] && echo ${BASH_REMATCH[1]} ${BASH_REMATCH[2]}; [[ abc =~ ^b ]] || echo 2
### regular expression in a variable
re='^a(b+)c$'; [[ abbc =~ $re ]] && echo ${BASH_REMATCH[1]}; [[ 'a.c' =~ a"."c ]] && echo lit; [[ abc =~ a"."c ]] || echo no
### arithmetic in double brackets
x=3; [[ x -eq 3 ]] && echo 1; [[ $x -lt 2+2 ]] && echo 2
### files
echo a > f; [ -f f ] && echo 1; [ -e nofile ] || echo 2; [ -d /tmp ] && echo 3; [[ -f f && -s f ]] && echo 4
### is set
x=; [[ -v x ]] && echo 1; [[ -v y ]] || echo 2; [ -z "${y+x}" ] && echo 3
### wrong number
[ a -eq 1 ] 2>/dev/null; echo $?
### over lines
if [[ a = a &&
      b = b ]]; then echo yes; fi
### basename and dirname
basename /a/b.sh .sh; basename a/; dirname /a/b; dirname a; dirname /a
### true and false
true && echo 1; false || echo 2; : && echo 3
### unary operator looks like an operand
x=-f; [ "$x" = -f ] && echo yes; [ -n = ] && echo odd
