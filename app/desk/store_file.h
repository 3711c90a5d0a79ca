/* Inside of the desk's store: what its files share. */
#ifndef YT_DESK_STORE_FILE_H
#define YT_DESK_STORE_FILE_H

#include "desk/store.h"

struct sqlite3_stmt;

struct yt_desk_store {
    struct sqlite3 *sql;
    /* Kept ready, for they run for every entry that comes by network. NULL until first used. */
    struct sqlite3_stmt *find_entry, *add_entry, *find_token;
};

/* Prepares the statement when it was not yet. */
YT_MUST_CHECK bool yt_desk_store_ready(struct yt_desk_store *store, struct sqlite3_stmt **statement,
                                       const char *text, struct yt_err *err);

#endif
