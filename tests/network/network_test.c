/* Whatever the network does: an entry leaves the kiosk only when the desk has it, and the desk has
 * it once. */
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

#include "base/fs.h"
#include "desk/intake.h"
#include "parties.h"
#include "proxy.h"
#include "store/queue.h"
#include "tls_keys.h"

/* Exit codes of yotte-courier. */
enum { DONE = 0, LEFT = 1, USE = 2, FILE_FAULT = 4 };

static void entries_arrive_and_receipts_free_them(void **state)
{
    struct parties *parties = *state;

    parties_save(parties, 40);
    parties_serve(parties);
    assert_int_equal(parties_once(parties, parties->port, NULL), DONE);
    assert_int_equal(parties_at_desk(parties), 40);
    assert_int_equal(parties_waiting(parties), 0);
    assert_int_equal(parties_state(parties, 7), YT_QUEUE_DELIVERED);
    assert_int_equal(parties_once(parties, parties->port, NULL), DONE); /* nothing to do */
    assert_true(WIFEXITED(parties_end_server(parties, SIGTERM)));
}

/* What a bad network does, and what staff read of it. Whatever it is: one pass leaves the entry in
 * the queue, and the next one, over a good network, delivers it once. */
static void bad_networks_lose_nothing_and_double_nothing(void **state)
{
    static const struct {
        const char *plan, *trouble;
    } faults[] = {
        {"refuse", "offline"},   {"cut:10", "offline"}, {"cut:300", "offline"},
        {"cut:700", "offline"},  {"lost", "offline"},   {"half:5", "offline"},
        {"half:250", "offline"}, {"html", "portal"},    {"redirect", "portal"},
        {"empty", "portal"},     {"forged", "forged"},  {"busy", "desk-failing"},
        {"junk", "portal"},
    };
    struct parties *parties = *state;
    struct proxy *proxy;

    parties_serve(parties);
    proxy = proxy_start(parties->port, "pass");
    for (size_t i = 0; i < YT_COUNT(faults); i++) {
        struct yt_queue_sending sending;

        parties_save(parties, 1);
        proxy_plan(proxy, faults[i].plan);
        assert_int_equal(parties_once(parties, proxy_port(proxy), NULL), LEFT);
        sending = parties_sending(parties);
        assert_int_equal(sending.waiting, 1);
        assert_string_equal(sending.trouble, faults[i].trouble);
        parties_check_freed(parties);
        proxy_plan(proxy, "pass");
        assert_int_equal(parties_once(parties, proxy_port(proxy), NULL), DONE);
        assert_int_equal(parties_at_desk(parties), i + 1);
        assert_string_equal(parties_sending(parties).trouble, "");
    }
    proxy_stop(proxy);
}

static void what_arrives_twice_is_kept_once(void **state)
{
    struct parties *parties = *state;
    struct proxy *proxy;

    parties_save(parties, 12);
    parties_serve(parties);
    proxy = proxy_start(parties->port, "double");
    assert_int_equal(parties_once(parties, proxy_port(proxy), NULL), DONE);
    assert_int_equal(parties_at_desk(parties), 12);
    proxy_stop(proxy);
}

/* A fake desk that has seen true receipts of others, and one that makes its own. */
static void a_fake_desk_frees_nothing(void **state)
{
    struct parties *parties = *state;
    struct proxy *proxy;

    parties_serve(parties);
    proxy = proxy_start(parties->port, "pass");
    parties_save(parties, 1);
    assert_int_equal(parties_once(parties, proxy_port(proxy), NULL), DONE); /* it learns one */
    parties_save(parties, 5);
    proxy_plan(proxy, "replay");
    assert_int_equal(parties_once(parties, proxy_port(proxy), NULL), LEFT);
    assert_string_equal(parties_sending(parties).trouble, "forged");
    proxy_plan(proxy, "forged");
    assert_int_equal(parties_once(parties, proxy_port(proxy), NULL), LEFT);
    assert_int_equal(parties_waiting(parties), 5);
    assert_int_equal(parties_at_desk(parties), 1);
    proxy_stop(proxy);
}

static void no_redirect_is_followed(void **state)
{
    struct parties *parties = *state;
    struct proxy *proxy;

    parties_save(parties, 1);
    parties_serve(parties);
    proxy = proxy_start(parties->port, "redirect");
    assert_int_equal(parties_once(parties, proxy_port(proxy), NULL), LEFT);
    assert_string_equal(parties_sending(parties).trouble, "portal");
    assert_int_equal(parties_at_desk(parties), 0);
    assert_int_equal(proxy_connections(proxy), 1);
    proxy_stop(proxy);
}

static void nothing_is_sent_to_who_cannot_prove_to_be_the_desk(void **state)
{
    struct parties *parties = *state;
    const char *const right[] = {"--pin", parties->pin[0], NULL};
    const char *const wrong[] = {"--pin", parties->pin[1], NULL};
    char authority[128];
    const char *const by_authority[] = {"--ca", authority, NULL};

    snprintf(authority, sizeof authority, "%s/tls-2.crt", parties->folder);
    tls_keys_make(parties->folder, 1, -1, parties->pin[0], sizeof parties->pin[0]);
    tls_keys_make(parties->folder, 2, -1, parties->pin[1], sizeof parties->pin[1]);
    parties->tls = 1;
    parties_save(parties, 3);
    parties_serve(parties);
    assert_int_equal(parties_once(parties, parties->port, wrong), LEFT);
    assert_string_equal(parties_sending(parties).trouble, "not-the-desk");
    assert_int_equal(parties_once(parties, parties->port, by_authority), LEFT);
    assert_string_equal(parties_sending(parties).trouble, "not-the-desk");
    assert_int_equal(parties_at_desk(parties), 0);
    assert_int_equal(parties_once(parties, parties->port, NULL), USE); /* could be anybody */
    assert_int_equal(parties_once(parties, parties->port, right), DONE);
    assert_int_equal(parties_at_desk(parties), 3);
    snprintf(authority, sizeof authority, "%s/tls-1.crt", parties->folder);
    parties_save(parties, 2);
    assert_int_equal(parties_once(parties, parties->port, by_authority), DONE);
    assert_int_equal(parties_at_desk(parties), 5);
}

static void a_wrong_clock_is_told_and_a_pin_does_without(void **state)
{
    struct parties *parties = *state;
    char authority[128];
    const char *const by_authority[] = {"--ca", authority, NULL};
    const char *const pinned[] = {"--pin", parties->pin[0], NULL};

    snprintf(authority, sizeof authority, "%s/tls-1.crt", parties->folder);
    tls_keys_make(parties->folder, 1, 3000, parties->pin[0], sizeof parties->pin[0]);
    parties->tls = 1;
    parties_save(parties, 1);
    parties_serve(parties);
    assert_int_equal(parties_once(parties, parties->port, by_authority), LEFT);
    assert_string_equal(parties_sending(parties).trouble, "clock");
    assert_int_equal(parties_once(parties, parties->port, pinned), DONE);
    assert_int_equal(parties_at_desk(parties), 1);
}

static void without_tls_nothing_leaves_this_machine(void **state)
{
    struct parties *parties = *state;
    const char *const elsewhere[] = {"--desk", "http://192.0.2.1:8443", NULL};

    parties_save(parties, 1);
    assert_int_equal(parties_once(parties, 1, elsewhere), USE);
}

static void a_revoked_kiosk_is_out_at_once_and_loses_nothing(void **state)
{
    struct parties *parties = *state;
    struct yt_desk desk = {0};
    int revoked = 0;

    parties_save(parties, 1);
    parties_serve(parties);
    assert_int_equal(parties_once(parties, parties->port, NULL), DONE);
    assert_true(yt_desk_open(&desk, parties->desk_folder, &parties->err));
    assert_true(yt_desk_store_revoke(desk.store, "k1", "", &revoked, &parties->err));
    yt_desk_done(&desk);
    parties_save(parties, 2);
    assert_int_equal(parties_once(parties, parties->port, NULL), LEFT);
    assert_string_equal(parties_sending(parties).trouble, "unauthorized");
    assert_int_equal(parties_waiting(parties), 2);
    parties_enrol(parties);
    assert_int_equal(parties_once(parties, parties->port, NULL), DONE);
    assert_int_equal(parties_at_desk(parties), 3);
}

/* Puts something into the desk's store as if it had come another way. */
static void put_at_desk(struct parties *parties, const struct yt_sealed *sealed)
{
    struct yt_desk desk = {0};
    enum yt_desk_put put;

    assert_true(yt_desk_open(&desk, parties->desk_folder, &parties->err));
    assert_true(yt_desk_store_put(desk.store, sealed, 1, &put, &parties->err));
    assert_int_equal(put, YT_DESK_PUT_NEW);
    yt_desk_done(&desk);
}

static void one_that_the_desk_refuses_hinders_no_other(void **state)
{
    struct parties *parties = *state;
    struct yt_sealed other;

    parties_save(parties, 6);
    other = parties->saved[2];
    other.bytes[200] ^= 1; /* the same id, other bytes */
    put_at_desk(parties, &other);
    parties_serve(parties);
    assert_int_equal(parties_once(parties, parties->port, NULL), LEFT);
    assert_int_equal(parties_waiting(parties), 1);
    assert_int_equal(parties_sending(parties).refused, 1);
    assert_string_equal(parties_sending(parties).trouble, "refused");
    assert_int_equal(parties_state(parties, 2), YT_QUEUE_QUEUED);
    assert_int_equal(parties_state(parties, 5), YT_QUEUE_DELIVERED);
}

static void by_slip_and_by_network_is_one_entry(void **state)
{
    struct parties *parties = *state;

    parties_save(parties, 2);
    put_at_desk(parties, &parties->saved[0]); /* the slip was scanned first */
    parties_serve(parties);
    assert_int_equal(parties_once(parties, parties->port, NULL), DONE);
    assert_int_equal(parties_at_desk(parties), 2);
    assert_int_equal(parties_waiting(parties), 0);
}

static void what_was_withdrawn_at_the_desk_goes_at_the_kiosk_too(void **state)
{
    struct parties *parties = *state;
    struct yt_desk desk = {0};

    parties_save(parties, 1);
    put_at_desk(parties, &parties->saved[0]);
    assert_true(yt_desk_open(&desk, parties->desk_folder, &parties->err));
    assert_true(yt_desk_store_withdraw(desk.store, parties->saved[0].id, 2, &parties->err));
    yt_desk_done(&desk);
    parties_serve(parties);
    assert_int_equal(parties_once(parties, parties->port, NULL), DONE);
    assert_int_equal(parties_state(parties, 0), YT_QUEUE_WITHDRAWN);
    assert_int_equal(parties_at_desk(parties), 0);
}

static void disk_of_the_desk(struct parties *parties, const char *words)
{
    assert_true(
        yt_fs_write_durable(parties->disk_control, words, strlen(words), 0600, &parties->err));
}

static void a_full_disk_at_the_desk_gives_no_receipt(void **state)
{
    struct parties *parties = *state;

    parties->faulty_disk = true;
    disk_of_the_desk(parties, "");
    parties_serve(parties);
    parties_save(parties, 3);
    disk_of_the_desk(parties, "fail=enospc");
    assert_int_equal(parties_once(parties, parties->port, NULL), LEFT);
    assert_string_equal(parties_sending(parties).trouble, "desk-failing");
    assert_int_equal(parties_waiting(parties), 3);
    disk_of_the_desk(parties, "fail=eio");
    assert_int_equal(parties_once(parties, parties->port, NULL), LEFT);
    assert_int_equal(parties_waiting(parties), 3);
    disk_of_the_desk(parties, "");
    assert_int_equal(parties_once(parties, parties->port, NULL), DONE);
    assert_int_equal(parties_at_desk(parties), 3);
}

static void a_store_that_was_taken_away_gives_no_receipt(void **state)
{
    struct parties *parties = *state;
    char path[128];
    int how = 0;

    parties_serve(parties);
    parties_save(parties, 1);
    snprintf(path, sizeof path, "%s/desk.db", parties->desk_folder);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(parties_once(parties, parties->port, NULL), LEFT);
    assert_int_equal(parties_waiting(parties), 1);
    /* It ends by itself, so that who watches over it starts it anew. */
    assert_int_equal(waitpid(parties->server, &how, 0), parties->server);
    parties->server = 0;
    assert_true(WIFEXITED(how));
    assert_int_equal(WEXITSTATUS(how), FILE_FAULT);
}

static void a_new_entry_is_sent_by_itself(void **state)
{
    struct parties *parties = *state;

    parties_serve(parties);
    parties_start_courier(parties, parties->port);
    for (size_t i = 1; i <= 5; i++) {
        parties_save(parties, 1);
        assert_true(parties_wait(parties, i));
        assert_true(yt_db_tidy(parties->queue, &parties->err)); /* as the kiosk does */
    }
    parties_end_courier(parties, SIGTERM);
}

static void the_courier_outlives_the_desk(void **state)
{
    struct parties *parties = *state;

    parties_serve(parties);
    parties_start_courier(parties, parties->port);
    parties_save(parties, 1);
    assert_true(parties_wait(parties, 1));
    parties_end_server(parties, SIGKILL);
    parties_save(parties, 1);
    usleep(500000);
    assert_int_equal(parties_waiting(parties), 1);
    parties_serve(parties);
    assert_true(parties_wait(parties, 2));
    parties_end_courier(parties, SIGTERM);
}

static void a_new_token_needs_no_restart(void **state)
{
    struct parties *parties = *state;
    char token[128];

    snprintf(token, sizeof token, "%s/desk.token", parties->data);
    parties_serve(parties);
    parties_start_courier(parties, parties->port);
    parties_save(parties, 1);
    assert_true(parties_wait(parties, 1));
    parties_enrol(parties); /* from now on the desk believes the new one alone */
    parties_save(parties, 1);
    assert_true(parties_wait(parties, 2));
    assert_int_equal(unlink(token), 0); /* while it has none it goes on with the one it has */
    parties_save(parties, 1);
    assert_true(parties_wait(parties, 3));
    parties_end_courier(parties, SIGTERM);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, parties_setup, parties_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(entries_arrive_and_receipts_free_them),
        CASE(bad_networks_lose_nothing_and_double_nothing),
        CASE(what_arrives_twice_is_kept_once),
        CASE(a_fake_desk_frees_nothing),
        CASE(no_redirect_is_followed),
        CASE(nothing_is_sent_to_who_cannot_prove_to_be_the_desk),
        CASE(a_wrong_clock_is_told_and_a_pin_does_without),
        CASE(without_tls_nothing_leaves_this_machine),
        CASE(a_revoked_kiosk_is_out_at_once_and_loses_nothing),
        CASE(one_that_the_desk_refuses_hinders_no_other),
        CASE(by_slip_and_by_network_is_one_entry),
        CASE(what_was_withdrawn_at_the_desk_goes_at_the_kiosk_too),
        CASE(a_full_disk_at_the_desk_gives_no_receipt),
        CASE(a_store_that_was_taken_away_gives_no_receipt),
        CASE(a_new_entry_is_sent_by_itself),
        CASE(the_courier_outlives_the_desk),
        CASE(a_new_token_needs_no_restart),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
