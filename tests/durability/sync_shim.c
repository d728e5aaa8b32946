/* A disk that is slow, or that fails: preloaded, it stands before fsync and fdatasync.

   SYNC_SHIM_MICROSECONDS   every sync takes that much longer; none if not set
   SYNC_SHIM_FAILS_WHILE    while a file of this name exists, every sync fails with EIO

   What is written stays written: only the promise that it is on the disk is late or missing. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

typedef int (*sync_function)(int);

static int shimmed(const char *name, int descriptor)
{
    const char *delay = getenv("SYNC_SHIM_MICROSECONDS");
    const char *marker = getenv("SYNC_SHIM_FAILS_WHILE");
    long micros = delay == NULL ? 0 : atol(delay);
    struct timespec left = {micros / 1000000, (micros % 1000000) * 1000};

    while (nanosleep(&left, &left) == -1 && errno == EINTR)
        ;
    if (marker != NULL && access(marker, F_OK) == 0) {
        errno = EIO;
        return -1;
    }
    return ((sync_function)dlsym(RTLD_NEXT, name))(descriptor);
}

int fsync(int descriptor)
{
    return shimmed("fsync", descriptor);
}

int fdatasync(int descriptor)
{
    return shimmed("fdatasync", descriptor);
}
