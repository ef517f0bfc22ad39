### precedence
echo $((1+2*3)) $(((1+2)*3)) $((2**3**2)) $((7/2)) $((7%3)) $((-7/2)) $((-7%3))
### variables
x=3; echo $((x+1)) $(($x+1)) $((x*x)) $((nothing))
### assignment
echo $((x=5)) $x; ((x+=2)); echo $x; ((x*=3)); echo $x
### increment
x=1; echo $((x++)) $x $((++x)) $x $((x--)) $((--x))
### comparison
echo $((1<2)) $((2<=2)) $((1==2)) $((1!=2)) $((!0)) $((!5))
### logic
echo $((1&&0)) $((1||0)) $((0&&(x=1))) "[$x]"
### bits
echo $((5&3)) $((5|3)) $((5^3)) $((~5)) $((1<<4)) $((256>>2))
### conditional
echo $((1?2:3)) $((0?2:3)) $((1?0?5:6:7))
### bases
echo $((0x1f)) $((010)) $((2#101)) $((16#ff)) $((36#z))
### comma
echo $((1,2,3))
### command
((3>2)) && echo yes; ((0)) || echo no
### let
let x=2+3 y=x*2; echo $x $y; let 0; echo $?
### division by zero
(echo $((1/0))) 2>/dev/null; echo $?
### for with three parts
for ((i=0; i<3; i++)); do echo $i; done
### for with two variables
for ((i=0, j=10; i<j; i+=3, j-=2)); do echo $i $j; done
### endless for with break
for ((;;)); do ((n++)); [ $n -ge 4 ] && break; done; echo $n
### text as a number
x=1+1; echo $((x*2)); y=x; echo $((y))
### negative numbers
x=-5; echo $((x)) $((-x)) $((- 3)) $((3 - -2))
### wrap
echo $((9223372036854775807+1))
### blanks and lines
echo $(( 1 +
 2 ))
### old form
echo $[1+2]
### leading zero by base
x=08; echo $((10#$x+1))
### expr
expr 1 + 2; expr 7 / 2; expr 3 \* 4; expr 1 = 2; expr a = a
### seq
seq 3; seq 2 4; seq 1 2 7; seq -w 8 10; seq 3 1; seq -s, 3; seq 3 -1 1
### power of status
((x=0)); echo $?; ((x=1)); echo $?
