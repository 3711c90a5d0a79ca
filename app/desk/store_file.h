/* Inside of the desk's store: what its files share. */
#ifndef YT_DESK_STORE_FILE_H
#define YT_DESK_STORE_FILE_H

#include "desk/store.h"

struct yt_desk_store {
    struct sqlite3 *sql;
};

#endif
