#include "desk/gate.h"

#include "base/str.h"
#include "desk/serve_limits.h"
#include "desk/token.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* What a kiosk may still send: filled with time, emptied by entries. */
struct bucket {
    char kiosk[YT_ENTRY_KIOSK_MAX];
    int64_t filled_ms;
    double left;
};

struct yt_gate {
    struct yt_desk_store *store;
    const struct yt_clock *clock;
    unsigned rate;
    size_t count;
    struct bucket buckets[YT_SERVE_RATED_MAX];
};

struct yt_gate *yt_gate_new(const char *path, unsigned rate, const struct yt_clock *clock,
                            struct yt_err *err)
{
    struct yt_gate *gate = calloc(1, sizeof *gate);

    if (!gate) {
        yt_err_set(err, YT_ERR_NO_MEMORY, "no memory for the server");
        return NULL;
    }
    gate->rate = rate;
    gate->clock = clock;
    gate->store = yt_desk_store_open(path, false, NULL, err);
    if (gate->store)
        return gate;
    free(gate);
    return NULL;
}

void yt_gate_free(struct yt_gate *gate)
{
    if (!gate)
        return;
    yt_desk_store_free(gate->store);
    free(gate);
}

enum yt_problem yt_gate_admit(struct yt_gate *gate, const char *authorization,
                              char ret_kiosk[static YT_ENTRY_KIOSK_MAX])
{
    static const char scheme[] = "Bearer ";
    uint8_t hash[YT_TOKEN_HASH_SIZE];
    bool believed = false;
    struct yt_err err;

    if (!authorization || strncasecmp(authorization, scheme, sizeof scheme - 1) != 0 ||
        !yt_token_read(authorization + sizeof scheme - 1, ret_kiosk, hash))
        return YT_PROBLEM_UNAUTHORIZED;
    if (!yt_desk_store_token(gate->store, ret_kiosk, hash, &believed, &err))
        return YT_PROBLEM_FAILING;
    return believed ? YT_PROBLEM_NONE : YT_PROBLEM_UNAUTHORIZED;
}

/* The kiosk's bucket. When there are too many, the one that was not used for longest is given
 * away: it is the fullest, so nobody gains by being forgotten. */
static struct bucket *find_bucket(struct yt_gate *gate, const char *kiosk, int64_t now_ms)
{
    struct bucket *oldest = &gate->buckets[0];

    for (size_t i = 0; i < gate->count; i++) {
        struct bucket *bucket = &gate->buckets[i];

        if (strcmp(bucket->kiosk, kiosk) == 0)
            return bucket;
        if (bucket->filled_ms < oldest->filled_ms)
            oldest = bucket;
    }
    if (gate->count < YT_SERVE_RATED_MAX)
        oldest = &gate->buckets[gate->count++];
    *oldest = (struct bucket){.filled_ms = now_ms, .left = YT_SERVE_BURST};
    yt_str_copy(oldest->kiosk, sizeof oldest->kiosk, kiosk);
    return oldest;
}

enum yt_problem yt_gate_count(struct yt_gate *gate, const char *kiosk)
{
    int64_t now_ms = yt_clock_mono_ms(gate->clock);
    struct bucket *bucket = find_bucket(gate, kiosk, now_ms);

    bucket->left += (double)(now_ms - bucket->filled_ms) / 1000 * gate->rate;
    if (bucket->left > YT_SERVE_BURST)
        bucket->left = YT_SERVE_BURST;
    bucket->filled_ms = now_ms;
    if (bucket->left < 1)
        return YT_PROBLEM_TOO_MANY;
    bucket->left -= 1;
    return YT_PROBLEM_NONE;
}
