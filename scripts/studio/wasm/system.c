// What the encoders' libraries would ask of an operating system. With these functions a module needs no imports,
// and its output depends only on its input: the encoders open no files, and the time only decides what they log.

#include <pthread.h>
#include <stddef.h>
#include <wasi/api.h>

__wasi_errno_t __wasi_clock_time_get(__wasi_clockid_t clock, __wasi_timestamp_t precision,
                                     __wasi_timestamp_t *time) {
  (void)clock;
  (void)precision;
  *time = 0;
  return __WASI_ERRNO_SUCCESS;
}

__wasi_errno_t __wasi_fd_write(__wasi_fd_t file, const __wasi_ciovec_t *parts, size_t partCount,
                               __wasi_size_t *written) {
  (void)file;
  *written = 0;
  for (size_t part = 0; part < partCount; part++) *written += parts[part].buf_len;
  return __WASI_ERRNO_SUCCESS;
}

__wasi_errno_t __wasi_fd_seek(__wasi_fd_t file, __wasi_filedelta_t offset, __wasi_whence_t whence,
                              __wasi_filesize_t *position) {
  (void)file;
  (void)offset;
  (void)whence;
  *position = 0;
  return __WASI_ERRNO_SPIPE;
}

__wasi_errno_t __wasi_fd_close(__wasi_fd_t file) {
  (void)file;
  return __WASI_ERRNO_SUCCESS;
}

_Noreturn void __wasi_proc_exit(__wasi_exitcode_t status) {
  (void)status;
  __builtin_trap();
}

void emscripten_notify_memory_growth(size_t memoryIndex) {
  (void)memoryIndex;
}

// OpenH264 compiles its threads in, but starts none here.
int pthread_attr_setscope(pthread_attr_t *attributes, int scope) {
  (void)attributes;
  (void)scope;
  return 0;
}

int pthread_attr_setschedpolicy(pthread_attr_t *attributes, int policy) {
  (void)attributes;
  (void)policy;
  return 0;
}
