/* A desk and a kiosk in a folder of their own, with the real programs between them. */
#ifndef YT_TESTS_NETWORK_PARTIES_H
#define YT_TESTS_NETWORK_PARTIES_H

#include "desk/desk.h"
#include "handoff/keys.h"
#include "store/db.h"
#include "store/queue_send.h"

#include <sys/types.h>

#define PARTIES_MAX 4096

struct parties {
    char folder[64];
    char desk_folder[96], data[96];
    struct yt_desk_public known;
    struct yt_kiosk_key kiosk;
    struct yt_db *queue; /* as the kiosk has it open */
    size_t count;        /* entries that were saved */
    struct yt_sealed saved[PARTIES_MAX];
    pid_t server, courier; /* 0: not running */
    unsigned port;
    int tls;                /* number of the key pair the server shows; 0: none */
    char pin[2][64];        /* of the key pairs 1 and 2 */
    bool faulty_disk;       /* the server runs with tests/faults/slow_disk */
    char disk_control[128]; /* what is written there happens to it */
    struct yt_err err;
};

int parties_setup(void **state);
int parties_teardown(void **state);

/* The kiosk saves so many more entries. */
void parties_save(struct parties *parties, size_t count);
/* Enrols the kiosk (again) with a new token. */
void parties_enrol(struct parties *parties);

/* Starts the server and waits until it listens; the same port again after the first time. */
void parties_serve(struct parties *parties);
/* Ends it with this signal; returns how it ended, as waitpid says. */
int parties_end_server(struct parties *parties, int signal);

/* Runs `yotte-courier once` against the port; returns its exit code. `more` are further options,
 * ends with NULL, and may be NULL; the address is http unless it is with TLS. */
int parties_once(struct parties *parties, unsigned port, const char *const *more);
void parties_start_courier(struct parties *parties, unsigned port);
void parties_end_courier(struct parties *parties, int signal);

/* Entries at the desk. Each must be one that was saved, byte for byte; the desk's store is opened
 * as by another command of yotte-desk. */
size_t parties_at_desk(struct parties *parties);
size_t parties_waiting(struct parties *parties);
/* What the courier noted. */
struct yt_queue_sending parties_sending(struct parties *parties);
/* Everything that the kiosk holds for delivered must be at the desk; fails the test otherwise. */
void parties_check_freed(struct parties *parties);
/* Waits until the desk has so many, half a minute at most. */
bool parties_wait(struct parties *parties, size_t count);
enum yt_queue_state parties_state(struct parties *parties, size_t index);

#endif
