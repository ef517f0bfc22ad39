# mold links in a fraction of the time that the GNU linker takes, which a tree with so many test programs notices.
find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM)
    add_link_options(-fuse-ld=mold)
endif()
