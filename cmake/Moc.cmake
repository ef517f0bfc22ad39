# Qt 6.4's moc stops at libstdc++'s <concepts> when it is the first standard header of a file. It needs nothing
# from there, so it is told that it has seen it.
set(CMAKE_AUTOMOC_MOC_OPTIONS -D_GLIBCXX_CONCEPTS)
