# Debian ships OpenCV's CMake package only with libopencv-dev, which pulls in VTK and much more. The modules used here
# have their own small packages; this makes one imported target for each: OpenCV::core, OpenCV::imgproc, ...
find_path(OPENCV_INCLUDE_DIR opencv2/core.hpp PATH_SUFFIXES opencv4)
set(missing "")
foreach(module IN LISTS OpenCVModules_FIND_COMPONENTS)
  find_library(OPENCV_${module}_LIBRARY opencv_${module})
  if(OPENCV_${module}_LIBRARY)
    add_library(OpenCV::${module} UNKNOWN IMPORTED)
    set_target_properties(OpenCV::${module} PROPERTIES
      IMPORTED_LOCATION "${OPENCV_${module}_LIBRARY}"
      INTERFACE_INCLUDE_DIRECTORIES "${OPENCV_INCLUDE_DIR}")
  else()
    list(APPEND missing OPENCV_${module}_LIBRARY)
  endif()
endforeach()
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(OpenCVModules REQUIRED_VARS OPENCV_INCLUDE_DIR ${missing})
