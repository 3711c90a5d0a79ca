#include "parties.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>
#include <fcntl.h>

#include "base/fs.h"
#include "base/message.h"
#include "base/str.h"
#include "desk/token.h"
#include "remove_folder.h"
#include "sample.h"
#include "store/queue.h"

/* The least that libsodium allows: the tests are about networks, not about guessing. */
#define CHEAP ((struct yt_passphrase_cost){crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN})
#define ARGUMENTS_MAX 24

/* For execv, which changes nothing. */
static char *text(const char *constant)
{
    return (char *)(uintptr_t)constant;
}

static void open_queue(struct parties *parties)
{
    const struct yt_db_options options = {.utc_offset_minutes = 540, .owner = true};
    char path[128];

    snprintf(path, sizeof path, "%s/queue.db", parties->data);
    parties->queue = yt_db_open(path, &options, NULL, &parties->err);
    assert_non_null(parties->queue);
}

void parties_enrol(struct parties *parties)
{
    struct yt_desk desk = {0};
    char token[YT_TOKEN_MAX];
    uint8_t hash[YT_TOKEN_HASH_SIZE];
    char path[128];
    int others = 0;

    snprintf(path, sizeof path, "%s/desk.token", parties->data);
    yt_token_make(parties->kiosk.known.kiosk, token, hash);
    assert_true(yt_desk_open(&desk, parties->desk_folder, &parties->err));
    assert_true(yt_desk_store_enroll(desk.store, &parties->kiosk.known, 0, &others, &parties->err));
    assert_true(yt_desk_store_set_token(desk.store, &parties->kiosk.known, hash, &parties->err));
    assert_true(yt_token_write(path, token, &parties->err));
    yt_desk_done(&desk);
}

int parties_setup(void **state)
{
    struct parties *parties = calloc(1, sizeof *parties);
    YT_SCOPED(yt_buf_done) struct yt_buf passphrase;
    char path[128];

    *state = parties;
    yt_buf_init_secret(&passphrase, YT_PASSPHRASE_MAX);
    yt_buf_text(&passphrase, "ふるい時計と青い傘");
    yt_str_copy(parties->folder, sizeof parties->folder, "/tmp/yotte-network-XXXXXX");
    if (sodium_init() < 0 || !mkdtemp(parties->folder))
        return -1;
    snprintf(parties->desk_folder, sizeof parties->desk_folder, "%s/desk", parties->folder);
    snprintf(parties->data, sizeof parties->data, "%s/data", parties->folder);
    snprintf(parties->disk_control, sizeof parties->disk_control, "%s/disk", parties->folder);
    snprintf(path, sizeof path, "%s/desk.pub", parties->data);
    crypto_sign_keypair(parties->kiosk.known.verify_key, parties->kiosk.sign_key);
    yt_str_copy(parties->kiosk.known.kiosk, sizeof parties->kiosk.known.kiosk, "k1");
    if (!yt_desk_create(parties->desk_folder, "つむぎ市", NULL, &passphrase, CHEAP,
                        &parties->err) ||
        !yt_fs_make_folders(parties->data, 0700, &parties->err))
        return -1;
    {
        char published[128];

        snprintf(published, sizeof published, "%s/desk.pub", parties->desk_folder);
        if (!yt_desk_public_read(published, &parties->known, &parties->err) ||
            !yt_desk_public_write(path, &parties->known, &parties->err))
            return -1;
    }
    parties_enrol(parties);
    open_queue(parties);
    return 0;
}

int parties_teardown(void **state)
{
    struct parties *parties = *state;
    int removed;

    if (parties->courier)
        parties_end_courier(parties, SIGKILL);
    if (parties->server)
        parties_end_server(parties, SIGKILL);
    yt_db_free(parties->queue);
    removed = remove_folder(parties->folder);
    free(parties);
    return removed;
}

void parties_save(struct parties *parties, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct yt_sealed *sealed = &parties->saved[parties->count];
        struct yt_entry entry;

        assert_true(parties->count < PARTIES_MAX);
        sample_entry(SAMPLE_TYPICAL, &entry);
        randombytes_buf(entry.id, sizeof entry.id);
        assert_true(
            yt_envelope_seal(&entry, &parties->kiosk, &parties->known, sealed, &parties->err));
        assert_true(yt_queue_push(parties->queue, sealed, NULL, &parties->err));
        parties->count++;
    }
}

/* In the child: quiet, and with a disk that can be made to fail. */
static void become(char *const *arguments, const char *disk_control, const char *disk_under)
{
    int quiet = open("/dev/null", O_WRONLY);

    if (!getenv("YT_TEST_LOUD"))
        dup2(quiet, STDERR_FILENO);
    if (disk_control) {
        setenv("YT_DISK_UNDER", disk_under, 1);
        setenv("YT_DISK_CONTROL", disk_control, 1);
        setenv("LD_PRELOAD", SLOW_DISK, 1);
        setenv("ASAN_OPTIONS", "verify_asan_link_order=0", 1);
    }
    execv(arguments[0], arguments);
    _exit(127);
}

/* Starts a program; its standard output is `ret_said`, or nowhere where that is NULL. */
static pid_t start(char *const *arguments, FILE **ret_said, const char *disk_control,
                   const char *disk_under)
{
    int ends[2] = {-1, -1};
    pid_t child;

    assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
    child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        dup2(ends[1], STDOUT_FILENO);
        become(arguments, disk_control, disk_under);
    }
    close(ends[1]);
    if (ret_said)
        *ret_said = fdopen(ends[0], "r");
    else
        close(ends[0]);
    return child;
}

void parties_serve(struct parties *parties)
{
    char address[32];
    char certificate[128];
    char key[128];
    char line[128] = "";
    char *arguments[ARGUMENTS_MAX] = {
        text(YOTTE_DESK), text("serve"),    parties->desk_folder,         text("--listen"),
        address,          text("--assets"), text(YT_BINARY_DIR "/assets")};
    FILE *said = NULL;
    int port = 0;

    snprintf(address, sizeof address, "127.0.0.1:%u", parties->port);
    snprintf(certificate, sizeof certificate, "%s/tls-%d.crt", parties->folder, parties->tls);
    snprintf(key, sizeof key, "%s/tls-%d.key", parties->folder, parties->tls);
    if (parties->tls) {
        char *const secured[] = {text("--tls-cert"), certificate, text("--tls-key"), key};

        memcpy(arguments + 7, secured, sizeof secured);
    }
    parties->server = start(arguments, &said, parties->faulty_disk ? parties->disk_control : NULL,
                            parties->desk_folder);
    assert_non_null(fgets(line, sizeof line, said));
    assert_int_equal(sscanf(line, "Listening on %*s port %d", &port), 1);
    parties->port = (unsigned)port;
    fclose(said);
}

int parties_end_server(struct parties *parties, int signal)
{
    int how = 0;

    kill(parties->server, signal);
    assert_int_equal(waitpid(parties->server, &how, 0), parties->server);
    parties->server = 0;
    return how;
}

static pid_t start_courier(struct parties *parties, const char *command, unsigned port,
                           const char *const *more)
{
    char url[64];
    char *arguments[ARGUMENTS_MAX] = {text(YOTTE_COURIER), NULL,           text("--data"),
                                      parties->data,       text("--desk"), url};
    int count = 6;

    snprintf(url, sizeof url, "%s://127.0.0.1:%u", parties->tls ? "https" : "http", port);
    arguments[1] = text(command);
    for (; more && *more && count < ARGUMENTS_MAX - 1; more++)
        arguments[count++] = text(*more);
    return start(arguments, NULL, NULL, NULL);
}

int parties_once(struct parties *parties, unsigned port, const char *const *more)
{
    pid_t courier = start_courier(parties, "once", port, more);
    int how = 0;

    assert_int_equal(waitpid(courier, &how, 0), courier);
    assert_true(WIFEXITED(how));
    return WEXITSTATUS(how);
}

void parties_start_courier(struct parties *parties, unsigned port)
{
    parties->courier = start_courier(parties, "run", port, NULL);
}

void parties_end_courier(struct parties *parties, int signal)
{
    int how = 0;

    kill(parties->courier, signal);
    assert_int_equal(waitpid(parties->courier, &how, 0), parties->courier);
    assert_true(signal == SIGKILL || (WIFEXITED(how) && WEXITSTATUS(how) == 0));
    parties->courier = 0;
}

struct counting {
    const struct parties *parties;
    size_t count;
    bool strange; /* something that nobody saved, or with other bytes */
};

static const struct yt_sealed *find_saved(const struct parties *parties, const uint8_t *id)
{
    for (size_t i = 0; i < parties->count; i++) {
        if (memcmp(parties->saved[i].id, id, YT_ENTRY_ID_SIZE) == 0)
            return &parties->saved[i];
    }
    return NULL;
}

static bool count_one(const struct yt_desk_kept *kept, void *context)
{
    struct counting *counting = context;
    const struct yt_sealed *sealed = kept->sealed;
    const struct yt_sealed *saved = find_saved(counting->parties, sealed->id);

    counting->strange = counting->strange || !saved || saved->size != sealed->size ||
                        memcmp(saved->bytes, sealed->bytes, saved->size) != 0;
    counting->count++;
    return true;
}

size_t parties_at_desk(struct parties *parties)
{
    struct counting counting = {.parties = parties};
    struct yt_desk desk = {0};

    assert_true(yt_desk_open(&desk, parties->desk_folder, &parties->err));
    assert_true(yt_desk_store_each(desk.store, count_one, &counting, &parties->err));
    yt_desk_done(&desk);
    assert_false(counting.strange);
    return counting.count;
}

struct yt_queue_sending parties_sending(struct parties *parties)
{
    struct yt_queue_sending sending;
    uint8_t key_id[YT_KEY_ID_SIZE];

    yt_desk_key_id(parties->known.seal_key, key_id);
    assert_true(yt_queue_sending(parties->queue, key_id, &sending, &parties->err));
    return sending;
}

size_t parties_waiting(struct parties *parties)
{
    return parties_sending(parties).waiting;
}

bool parties_wait(struct parties *parties, size_t count)
{
    for (int i = 0; i < 600; i++) {
        if (parties_at_desk(parties) >= count && parties_waiting(parties) == 0)
            return true;
        usleep(50000);
    }
    return false;
}

struct state_of {
    const uint8_t *id;
    enum yt_queue_state state;
};

static bool take_state(const struct yt_queue_row *row, void *context)
{
    struct state_of *wanted = context;

    if (memcmp(row->id, wanted->id, sizeof row->id) != 0)
        return true;
    wanted->state = row->state;
    return false;
}

enum yt_queue_state parties_state(struct parties *parties, size_t index)
{
    struct state_of wanted = {.id = parties->saved[index].id, .state = (enum yt_queue_state) - 1};

    assert_true(yt_queue_each(parties->queue, take_state, &wanted, &parties->err));
    return wanted.state;
}

struct freed {
    struct parties *parties;
    size_t waiting;
    size_t rows;
};

static bool count_freed(const struct yt_queue_row *row, void *context)
{
    struct freed *freed = context;

    freed->rows++;
    if (row->state == YT_QUEUE_QUEUED) {
        assert_true(row->size > 0); /* waits, and is there */
        freed->waiting++;
    }
    return true;
}

void parties_check_freed(struct parties *parties)
{
    struct freed freed = {.parties = parties};

    /* First the queue: what is freed after this look is at the desk even more surely. */
    assert_true(yt_queue_each(parties->queue, count_freed, &freed, &parties->err));
    assert_int_equal(freed.rows, parties->count);
    assert_true(parties_at_desk(parties) + freed.waiting >= parties->count);
}
