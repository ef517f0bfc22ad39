# Fails when a file includes what its room may not. Run by ctest as `cmake -DROOT=… -P check_includes.cmake`.
#
# The lists below are the plan's arrows between rooms: a new arrow is a change of the plan, made on purpose.

cmake_minimum_required(VERSION 3.25)

# Each room of the model may include the rooms before it, and no Qt.
set(model_rooms
    model/address model/network model/drawing model/edit model/command model/forwarding model/simulation
    model/reachability model/names model/recipe model/shell model/terminal model/tables model/exchange model/lesson
)
# What a room of the views may include besides itself and the model.
set(views/style_uses views/document)
set(views/document_uses)
set(views/actions_uses views/document views/style)
set(views/canvas_uses views/document views/actions views/style)
set(views/panels_uses views/document views/actions views/style)
set(views/dialogs_uses views/document views/actions views/style)
set(views_rooms views/style views/document views/actions views/canvas views/panels views/dialogs)
# The composition root may include everything.
set(app_uses ${model_rooms} ${views_rooms})

# The rooms that `room` may include go to `out`; an unlisted room is an error.
function(allowed_from room out)
    if(room STREQUAL "model")
        set(${out} model PARENT_SCOPE)
    elseif(room IN_LIST model_rooms)
        list(FIND model_rooms ${room} position)
        math(EXPR count "${position} + 1")
        list(SUBLIST model_rooms 0 ${count} earlier)
        set(${out} model ${earlier} PARENT_SCOPE)
    elseif(room IN_LIST views_rooms)
        set(${out} model ${model_rooms} ${room} ${${room}_uses} PARENT_SCOPE)
    elseif(room STREQUAL "app")
        set(${out} app model ${app_uses} PARENT_SCOPE)
    else()
        set(${out} UNLISTED PARENT_SCOPE)
    endif()
endfunction()

# model/edit/links/veth.h lies in the room model/edit, app/commands/reach.cpp in app, model/result.h in model.
function(room_of path out)
    if(path MATCHES "^app/")
        set(${out} app PARENT_SCOPE)
    elseif(path MATCHES "^([a-z]+/[a-z_]+)/")
        set(${out} ${CMAKE_MATCH_1} PARENT_SCOPE)
    elseif(path MATCHES "^([a-z]+)/")
        set(${out} ${CMAKE_MATCH_1} PARENT_SCOPE)
    else()
        set(${out} NONE PARENT_SCOPE)
    endif()
endfunction()

set(files 0)
set(arrows 0)
set(failures 0)
macro(complain)
    message("${file}: " ${ARGN})
    math(EXPR failures "${failures} + 1")
endmacro()

file(GLOB_RECURSE sources RELATIVE ${ROOT} ${ROOT}/model/*.h ${ROOT}/model/*.cpp ${ROOT}/views/*.h ${ROOT}/views/*.cpp
     ${ROOT}/app/*.h ${ROOT}/app/*.cpp)
foreach(file IN LISTS sources)
    math(EXPR files "${files} + 1")
    room_of(${file} room)
    allowed_from(${room} allowed)
    if(allowed STREQUAL "UNLISTED")
        complain("the room ${room} is not in the plan (tests/check_includes.cmake)")
        continue()
    endif()
    file(STRINGS ${ROOT}/${file} includes REGEX "^[ \t]*#[ \t]*include")
    foreach(line IN LISTS includes)
        if(line MATCHES "<Q[A-Za-z]|<Qt[A-Za-z]+/" AND file MATCHES "^model/")
            complain("the model knows no Qt: ${line}")
        elseif(line MATCHES "\"([^\"]+)\"")
            set(target ${CMAKE_MATCH_1})
            if(target MATCHES "\\.moc$")
                continue()
            endif()
            math(EXPR arrows "${arrows} + 1")
            room_of(${target} target_room)
            if(NOT EXISTS ${ROOT}/${target})
                complain("includes are written from the root of the project, and \"${target}\" is not there")
            elseif(NOT target_room IN_LIST allowed)
                complain("${room} may not include ${target_room}: \"${target}\"")
            endif()
        endif()
    endforeach()
endforeach()

# The model's build files may not bring Qt in either.
file(GLOB_RECURSE lists RELATIVE ${ROOT} ${ROOT}/model/CMakeLists.txt)
foreach(file IN LISTS lists)
    file(STRINGS ${ROOT}/${file} slips REGEX "Qt6|AUTOMOC|AUTOUIC|AUTORCC")
    if(slips)
        complain("the model links no Qt: ${slips}")
    endif()
endforeach()

if(files EQUAL 0)
    message(FATAL_ERROR "There is no source file under ${ROOT}.")
endif()
if(failures GREATER 0)
    message("Breaches of the plan: ${failures}")
    message(FATAL_ERROR "An include or a build file breaks the plan.")
endif()
message("${files} files, ${arrows} includes, all along the plan")
