/* The desk's server over real sockets: what it keeps, what it refuses and how, and that
 * openapi.json tells of exactly that. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <jansson.h>

#include "desk/entry_list.h"
#include "desk/serve_limits.h"
#include "desk/server.h"
#include "desk/token.h"
#include "handoff/frame.h"
#include "http.h"
#include "slow_disk.h"
#include "told.h"
#include "world.h"

#define ENTRY_PATH "/v1/entries/{id}"

struct office {
    struct world *world;
    struct yt_receipt_signer signer;
    struct yt_clock_virtual clock;
    struct yt_server *server;
    char token[YT_TOKEN_MAX];
    json_t *api;
    json_t *seen; /* "method path status", as they were answered */
    int socket;
};

static void give_token(struct office *office)
{
    uint8_t hash[YT_TOKEN_HASH_SIZE];
    int others = 0;

    yt_token_make("k2", office->token, hash);
    assert_true(yt_desk_store_enroll(office->world->desk.store, &office->world->kiosk.known, 0,
                                     &others, &office->world->err));
    assert_true(yt_desk_store_set_token(office->world->desk.store, &office->world->kiosk.known,
                                        hash, &office->world->err));
}

static void open_office(struct office *office)
{
    char path[96];
    struct yt_server_options options = {.store_path = path,
                                        .signer = &office->signer,
                                        .clock = &office->clock.clock,
                                        .rate = YT_SERVE_RATE};

    snprintf(path, sizeof path, "%s/desk.db", office->world->folder);
    assert_true(yt_server_address("127.0.0.1:0", &options.address, &office->world->err));
    office->server = yt_server_start(&options, &office->world->err);
    assert_non_null(office->server);
    office->socket = http_connect(yt_server_port(office->server));
}

static int setup(void **state)
{
    struct office *office = calloc(1, sizeof *office);
    void *world = NULL;

    if (world_setup(&world) != 0)
        return -1;
    office->world = world;
    *state = office;
    yt_clock_virtual_init(&office->clock, INT64_C(1795654800000));
    if (!yt_receipt_signer_make(&office->world->desk.known, office->world->desk.secret.sign_key,
                                &office->signer, &office->world->err))
        return -1;
    office->api = json_load_file(YT_SOURCE_DIR "/app/desk/openapi.json", 0, NULL);
    office->seen = json_object();
    give_token(office);
    open_office(office);
    return office->api ? 0 : -1;
}

static int teardown(void **state)
{
    struct office *office = *state;
    void *world = office->world;
    int result;

    slow_disk_set("", "");
    close(office->socket);
    yt_server_stop(office->server);
    result = world_teardown(&world);
    json_decref(office->api);
    json_decref(office->seen);
    free(office);
    return result;
}

/* The media types that the file tells of for an answer; NULL when it tells nothing. */
static json_t *described(const struct office *office, const char *path, const char *method,
                         const char *status)
{
    json_t *answers = json_object_get(
        json_object_get(json_object_get(json_object_get(office->api, "paths"), path), method),
        "responses");
    json_t *answer = json_object_get(answers, status);
    const char *reference = json_string_value(json_object_get(answer, "$ref"));

    if (reference)
        answer = json_object_get(
            json_object_get(json_object_get(office->api, "components"), "responses"),
            strrchr(reference, '/') + 1);
    return json_object_get(answer, "content");
}

static void check_problem(const struct http_answer *answer)
{
    json_t *problem = json_loadb((const char *)answer->body, answer->size, 0, NULL);

    assert_non_null(problem);
    assert_int_equal(json_integer_value(json_object_get(problem, "status")), answer->status);
    assert_non_null(
        strstr(json_string_value(json_object_get(problem, "type")), "urn:yotte:problem:"));
    assert_true(json_string_length(json_object_get(problem, "title")) > 0);
    assert_true(json_string_length(json_object_get(problem, "detail")) > 0);
    json_decref(problem);
}

/* Every answer to a described method must be described, with its media type. */
static void check_described(struct office *office, const char *method, const char *path,
                            const struct http_answer *answer)
{
    const char *template = strncmp(path, "/v1/entries/", 12) == 0 ? ENTRY_PATH : path;
    char lower[8] = "";
    char status[8];
    char key[128];
    json_t *content;

    for (size_t i = 0; method[i] != '\0' && i + 1 < sizeof lower; i++)
        lower[i] = (char)(method[i] | 0x20);
    snprintf(status, sizeof status, "%d", answer->status);
    content = described(office, template, lower, status);
    assert_non_null(content);
    assert_non_null(json_object_get(content, answer->type));
    snprintf(key, sizeof key, "%s %s %s", lower, template, status);
    json_object_set_new(office->seen, key, json_true());
}

static struct http_answer ask(struct office *office, const char *method, const char *path,
                              const char *token, const void *body, size_t size)
{
    struct http_answer answer;

    http_request(office->socket, method, path, token, body, size);
    answer = http_receive(office->socket);
    assert_true(answer.status > 0);
    assert_non_null(strstr(answer.head, "\r\nX-Content-Type-Options: nosniff\r\n"));
    assert_non_null(strstr(answer.head, "\r\nCache-Control: no-store\r\n"));
    if (answer.status >= 400) {
        assert_string_equal(answer.type, "application/problem+json");
        check_problem(&answer);
    }
    if (strcmp(method, "PUT") == 0 || strcmp(method, "GET") == 0) {
        if (answer.status != 404 && answer.status != 405)
            check_described(office, method, path, &answer);
    }
    if (strstr(answer.head, "\r\nConnection: close\r\n")) {
        close(office->socket);
        office->socket = http_connect(yt_server_port(office->server));
    }
    return answer;
}

static void path_of(const uint8_t *id, char path[static 64])
{
    char hex[2 * YT_ENTRY_ID_SIZE + 1];

    snprintf(path, 64, "/v1/entries/%s", sodium_bin2hex(hex, sizeof hex, id, YT_ENTRY_ID_SIZE));
}

static struct http_answer put(struct office *office, const struct yt_sealed *sealed)
{
    uint8_t frame[YT_FRAME_MAX];
    char path[64];

    path_of(sealed->id, path);
    return ask(office, "PUT", path, office->token, frame, yt_frame_write(sealed, frame));
}

static void assert_receipt(struct office *office, const struct http_answer *answer,
                           const struct yt_sealed *sealed, enum yt_receipt_outcome outcome)
{
    struct yt_receipt receipt;

    assert_true(yt_receipt_read(answer->body, answer->size, &office->world->desk.known, &receipt,
                                &office->world->err));
    assert_true(yt_receipt_covers(&receipt, sealed, &office->world->err));
    assert_int_equal(receipt.outcome, outcome);
}

/* Another entry of the same kiosk. */
static struct yt_sealed another(struct office *office)
{
    randombytes_buf(office->world->entry.id, YT_ENTRY_ID_SIZE);
    world_seal(office->world);
    return office->world->sealed;
}

static void the_same_entry_gets_the_same_receipt(void **state)
{
    struct office *office = *state;
    const struct yt_sealed sealed = another(office);
    struct http_answer first = put(office, &sealed);
    struct http_answer again;
    char path[64];
    char *digits;

    assert_int_equal(first.status, 201);
    assert_receipt(office, &first, &sealed, YT_RECEIPT_KEPT);
    yt_clock_virtual_advance(&office->clock, 3 * YT_DAY_MS);
    again = put(office, &sealed);
    assert_int_equal(again.status, 200);
    assert_int_equal(again.size, first.size);
    assert_memory_equal(again.body, first.body, first.size);
    path_of(sealed.id, path);
    again = ask(office, "PUT", path, office->token, sealed.bytes, sealed.size); /* no frame */
    assert_int_equal(again.status, 200);
    assert_memory_equal(again.body, first.body, first.size);
    assert_int_equal(world_kept(office->world), 1);
    /* What came by network reads like what was scanned, and is the same entry as its slip. */
    digits = world_digits(&sealed, 1, 1);
    world_scan_text(office->world, digits);
    free(digits);
    assert_non_null(strstr(office->world->said, "again"));
}

static void other_bytes_under_the_same_id_are_refused(void **state)
{
    struct office *office = *state;
    const struct yt_sealed sealed = another(office);
    struct yt_sealed other = sealed;

    assert_int_equal(put(office, &sealed).status, 201);
    other.bytes[other.size - 1] ^= 1;
    assert_int_equal(put(office, &other).status, 409);
    assert_int_equal(put(office, &sealed).status, 200); /* the first stays */
}

static void list(struct office *office, bool numbers_only, struct yt_buf *to)
{
    yt_buf_clear(to);
    assert_true(yt_entry_list(&office->world->desk, numbers_only, to, &office->world->err));
}

/* The server opens nothing, so it keeps what turns out to be no entry when staff look. */
static void rubbish_stands_below_with_its_kiosk(void **state)
{
    struct office *office = *state;
    struct world *world = office->world;
    const struct yt_kiosk_key stranger = world_other_kiosk(world->kiosk.known.kiosk);
    YT_SCOPED(yt_buf_done) struct yt_buf text;
    struct yt_sealed torn = another(office);
    struct yt_sealed forged;
    struct yt_sealed good;
    char number[YT_SLIP_NUMBER_MAX];

    yt_buf_init_secret(&text, YT_ENTRY_LIST_MAX);
    torn.bytes[torn.size - 1] ^= 1;
    randombytes_buf(world->entry.id, sizeof world->entry.id);
    assert_true(
        yt_envelope_seal(&world->entry, &stranger, &world->desk.known, &forged, &world->err));
    assert_int_equal(put(office, &torn).status, 201);
    assert_int_equal(put(office, &forged).status, 201);
    good = another(office);
    assert_int_equal(put(office, &good).status, 201);
    yt_slip_number(good.id, number);
    list(office, true, &text);
    assert_memory_equal(text.data, number, strlen(number));
    list(office, false, &text);
    assert_has(yt_buf_string(&text), "封の中がこわれています");
    assert_has(yt_buf_string(&text), "署名が合いません");
    assert_has(yt_buf_string(&text), "k2");
    assert_has(yt_buf_string(&text), "2 件");
    assert_true(yt_desk_store_withdraw(world->desk.store, torn.id, 5, &world->err));
    assert_true(yt_desk_store_withdraw(world->desk.store, forged.id, 5, &world->err));
    list(office, false, &text);
    assert_has_not(yt_buf_string(&text), "読めない");
}

static void withdrawn_entries_are_told_and_stay_away(void **state)
{
    struct office *office = *state;
    const struct yt_sealed sealed = another(office);
    struct http_answer answer;

    assert_int_equal(put(office, &sealed).status, 201);
    assert_true(
        yt_desk_store_withdraw(office->world->desk.store, sealed.id, 5, &office->world->err));
    answer = put(office, &sealed);
    assert_int_equal(answer.status, 200);
    assert_receipt(office, &answer, &sealed, YT_RECEIPT_WITHDRAWN);
    assert_int_equal(world_kept(office->world), 0);
}

static void nobody_gets_in_without_a_believed_token(void **state)
{
    struct office *office = *state;
    const struct yt_sealed sealed = another(office);
    const size_t before = world_kept(office->world);
    char path[64];
    char wrong[YT_TOKEN_MAX];
    const char *const tokens[] = {NULL,
                                  "",
                                  "k2",
                                  "k2.",
                                  wrong,
                                  "k3.abc",
                                  "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk"};
    int revoked = 0;

    path_of(sealed.id, path);
    snprintf(wrong, sizeof wrong, "%s", office->token);
    wrong[10] = wrong[10] == 'A' ? 'B' : 'A';
    for (size_t i = 0; i < YT_COUNT(tokens); i++) {
        assert_int_equal(ask(office, "GET", "/v1/time", tokens[i], NULL, 0).status, 401);
        assert_int_equal(ask(office, "PUT", path, tokens[i], sealed.bytes, sealed.size).status,
                         401);
        assert_int_equal(ask(office, "DELETE", path, tokens[i], NULL, 0).status, 401);
    }
    snprintf(wrong, sizeof wrong, "%s", office->token);
    give_token(office); /* a new one: the old one is out */
    assert_int_equal(ask(office, "GET", "/v1/time", wrong, NULL, 0).status, 401);
    assert_int_equal(ask(office, "GET", "/v1/time", office->token, NULL, 0).status, 200);
    assert_true(
        yt_desk_store_revoke(office->world->desk.store, "k2", "", &revoked, &office->world->err));
    assert_int_equal(put(office, &sealed).status, 401);
    assert_int_equal(world_kept(office->world), before);
    assert_false(world_holds(office->world, office->token, strlen(office->token)));
}

static void what_is_no_entry_of_this_desk_is_refused(void **state)
{
    static uint8_t large[YT_SERVE_SWALLOW_MAX + 100];
    struct office *office = *state;
    const struct yt_sealed sealed = another(office);
    const size_t before = world_kept(office->world);
    struct yt_sealed foreign = sealed;
    char path[64];
    char other_path[64];

    path_of(sealed.id, path);
    path_of(sealed.bytes, other_path);
    foreign.bytes[3] ^= 1; /* the desk's key id */
    foreign.desk_key_id[2] ^= 1;
    large[0] = YT_ENVELOPE_VERSION;
    assert_int_equal(put(office, &foreign).status, 422);
    assert_int_equal(
        ask(office, "PUT", other_path, office->token, sealed.bytes, sealed.size).status, 422);
    assert_int_equal(ask(office, "PUT", path, office->token, "\x09later", 6).status, 422);
    assert_int_equal(ask(office, "PUT", path, office->token, sealed.bytes, 40).status, 400);
    assert_int_equal(ask(office, "PUT", path, office->token, "", 0).status, 400);
    assert_int_equal(ask(office, "PUT", path, office->token, large, YT_FRAME_MAX + 1).status, 413);
    assert_int_equal(ask(office, "PUT", path, office->token, large, sizeof large).status, 413);
    assert_int_equal(world_kept(office->world), before);
}

static void paths_and_methods_that_lead_nowhere(void **state)
{
    static const char *const nowhere[] = {"/",
                                          "/v1",
                                          "/v2/time",
                                          "/v1/entries",
                                          "/v1/entries/",
                                          "/v1/entries/00",
                                          "/v1/entries/0011223344556677889900112233445Z",
                                          "/v1/time/",
                                          "/../desk.db",
                                          "/v1/entries/../../desk.key",
                                          "/%2e%2e/desk.key",
                                          "/v1/%00"};
    struct office *office = *state;
    struct http_answer answer;

    for (size_t i = 0; i < YT_COUNT(nowhere); i++)
        assert_int_equal(ask(office, "GET", nowhere[i], office->token, NULL, 0).status, 404);
    answer = ask(office, "POST", "/v1/time", office->token, "x", 1);
    assert_int_equal(answer.status, 405);
    assert_non_null(strstr(answer.head, "\r\nAllow: GET\r\n"));
    answer =
        ask(office, "GET", "/v1/entries/00112233445566778899aabbccddeeff", office->token, NULL, 0);
    assert_int_equal(answer.status, 405);
    assert_non_null(strstr(answer.head, "\r\nAllow: PUT\r\n"));
}

static void what_a_proxy_might_read_otherwise_is_refused(void **state)
{
    static const char *const requests[] = {
        "GET /v1/health HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "PUT /v1/entries/00112233445566778899aabbccddeeff HTTP/1.1\r\nHost: a\r\n"
        "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "PUT /v1/entries/00112233445566778899aabbccddeeff HTTP/1.1\r\nHost: a\r\n"
        "Content-Length: 5\r\nContent-Length: 5\r\n\r\nabcde"};
    struct office *office = *state;

    for (size_t i = 0; i < YT_COUNT(requests); i++) {
        int socket = http_connect(yt_server_port(office->server));

        http_send(socket, requests[i], strlen(requests[i]));
        assert_int_equal(http_receive(socket).status, 400);
        assert_true(http_closed(socket));
        close(socket);
    }
}

static void too_many_at_once_are_held_off(void **state)
{
    struct office *office = *state;
    const char path[] = "/v1/entries/00112233445566778899aabbccddeeff";
    struct http_answer answer;

    yt_clock_virtual_advance(&office->clock, YT_DAY_MS); /* what came before is forgotten */
    for (int i = 0; i < YT_SERVE_BURST; i++)
        assert_int_equal(ask(office, "PUT", path, office->token, "", 0).status, 400);
    answer = ask(office, "PUT", path, office->token, "", 0);
    assert_int_equal(answer.status, 429);
    assert_non_null(strstr(answer.head, "\r\nRetry-After: 5\r\n"));
    yt_clock_virtual_advance(&office->clock, 1000);
    for (int i = 0; i < YT_SERVE_RATE; i++)
        assert_int_equal(ask(office, "PUT", path, office->token, "", 0).status, 400);
    assert_int_equal(ask(office, "PUT", path, office->token, "", 0).status, 429);
}

static void a_disk_that_fails_is_told(void **state)
{
    struct office *office = *state;
    const struct yt_sealed sealed = another(office);

    assert_int_equal(ask(office, "GET", "/v1/health", NULL, NULL, 0).status, 200);
    slow_disk_set(office->world->folder, "fail=enospc");
    assert_int_equal(put(office, &sealed).status, 507);
    assert_int_equal(ask(office, "GET", "/v1/health", NULL, NULL, 0).status, 503);
    slow_disk_set(office->world->folder, "fail=eio");
    assert_int_equal(put(office, &sealed).status, 503);
    slow_disk_set("", "");
    assert_int_equal(put(office, &sealed).status, 201);
    assert_int_equal(ask(office, "GET", "/v1/health", NULL, NULL, 0).status, 200);
}

#define TOGETHER 32

static void many_entries_share_a_flush(void **state)
{
    struct office *office = *state;
    int sockets[TOGETHER];
    int syncs;

    slow_disk_set(office->world->folder, "sync_ms=200");
    for (int i = 0; i < TOGETHER; i++) {
        const struct yt_sealed sealed = another(office);
        char path[64];

        path_of(sealed.id, path);
        sockets[i] = http_connect(yt_server_port(office->server));
        http_request(sockets[i], "PUT", path, office->token, sealed.bytes, sealed.size);
    }
    for (int i = 0; i < TOGETHER; i++) {
        assert_int_equal(http_receive(sockets[i]).status, 201);
        close(sockets[i]);
    }
    syncs = slow_disk_syncs();
    assert_int_equal(world_kept(office->world), TOGETHER);
    assert_true(syncs <= TOGETHER / 2);
}

/* Each sends something now and then, and never comes to an end. */
static void who_holds_up_is_let_go(void **state)
{
    struct office *office = *state;
    int head = http_connect(yt_server_port(office->server));
    int body = http_connect(yt_server_port(office->server));
    int idle = http_connect(yt_server_port(office->server));
    const char started[] = "PUT /v1/entries/00112233445566778899aabbccddeeff HTTP/1.1\r\nHost: "
                           "desk\r\nContent-Length: 300\r\n\r\nabc";

    http_send(head, "GET /v1/hea", 11);
    http_send(body, started, sizeof started - 1);
    http_request(idle, "GET", "/v1/health", NULL, NULL, 0);
    assert_int_equal(http_receive(idle).status, 200);
    usleep(200000); /* the server is to have read it all */
    yt_clock_virtual_advance(&office->clock, YT_SERVE_HEAD_MS - 1000);
    yt_server_tick(office->server);
    http_send(head, "l", 1);
    http_send(body, "d", 1);
    yt_clock_virtual_advance(&office->clock, 2000);
    yt_server_tick(office->server);
    assert_true(http_closed(head));
    assert_true(http_closed(body));
    http_request(idle, "GET", "/v1/health", NULL, NULL, 0); /* who only waits is welcome */
    assert_int_equal(http_receive(idle).status, 200);
    close(head);
    close(body);
    close(idle);
}

static void a_stop_answers_what_has_begun(void **state)
{
    struct office *office = *state;
    const struct yt_sealed sealed = another(office);
    char path[64];

    path_of(sealed.id, path);
    slow_disk_set(office->world->folder, "sync_ms=300");
    http_request(office->socket, "PUT", path, office->token, sealed.bytes, sealed.size);
    usleep(100000); /* it has arrived, and the disk is busy */
    yt_server_stop(office->server);
    assert_int_equal(http_receive(office->socket).status, 201);
    slow_disk_set("", "");
    assert_int_equal(world_kept(office->world), 1);
    close(office->socket);
    open_office(office); /* for the teardown, and it starts again */
}

/* Whatever the file tells of must have been seen, but for what takes a broken machine. */
static void the_description_promises_nothing_else(void **state)
{
    struct office *office = *state;
    const char *path;
    const char *method;
    const char *status;
    json_t *methods;
    json_t *operation;
    json_t *answer;

    the_same_entry_gets_the_same_receipt(state);
    other_bytes_under_the_same_id_are_refused(state);
    what_is_no_entry_of_this_desk_is_refused(state);
    a_disk_that_fails_is_told(state);
    too_many_at_once_are_held_off(state);
    nobody_gets_in_without_a_believed_token(state);
    json_object_foreach(json_object_get(office->api, "paths"), path, methods)
    {
        json_object_foreach(methods, method, operation)
        {
            json_object_foreach(json_object_get(operation, "responses"), status, answer)
            {
                char key[128];

                snprintf(key, sizeof key, "%s %s %s", method, path, status);
                if (!json_object_get(office->seen, key))
                    fail_msg("never answered: %s", key);
            }
        }
    }
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(the_same_entry_gets_the_same_receipt),
        CASE(other_bytes_under_the_same_id_are_refused),
        CASE(rubbish_stands_below_with_its_kiosk),
        CASE(withdrawn_entries_are_told_and_stay_away),
        CASE(nobody_gets_in_without_a_believed_token),
        CASE(what_is_no_entry_of_this_desk_is_refused),
        CASE(paths_and_methods_that_lead_nowhere),
        CASE(what_a_proxy_might_read_otherwise_is_refused),
        CASE(too_many_at_once_are_held_off),
        CASE(a_disk_that_fails_is_told),
        CASE(many_entries_share_a_flush),
        CASE(who_holds_up_is_let_go),
        CASE(a_stop_answers_what_has_begun),
        CASE(the_description_promises_nothing_else),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
