/* What finding listings by words costs: building the catalogue, loading its index, searching it.
 *
 *   bench_catalogue FOLDER COUNT [ROUNDS]
 *
 * Prints a table: for each kind of search the median and the 95th percentile in milliseconds and
 * the hits, beside the same word looked for with LIKE in a plain table of the same texts. FOLDER
 * must lie on the disk in question. */
#include "made_listings.h"

#include "store/catalogue.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static double now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* What the processor worked for us alone. */
static double worked_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* Own memory at its highest, in MB. */
static double peak_mb(void)
{
    struct rusage usage;

    getrusage(RUSAGE_SELF, &usage);
    return (double)usage.ru_maxrss / 1024;
}

/* --- The other way ---------------------------------------------------------------------------- */

/* One column with all texts that can be found, as a plain table would hold them. */
static sqlite3 *open_plain(const char *folder)
{
    char path[512];
    sqlite3 *sql = NULL;

    snprintf(path, sizeof path, "%s/plain.db", folder);
    (void)unlink(path);
    if (sqlite3_open(path, &sql) != SQLITE_OK ||
        sqlite3_exec(sql,
                     "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
                     "CREATE TABLE plain (row INTEGER PRIMARY KEY, words TEXT); BEGIN",
                     NULL, NULL, NULL) != SQLITE_OK)
        exit(1);
    return sql;
}

static void add_plain(sqlite3_stmt *add, const struct made_listing *made)
{
    char words[16 * 1024];
    size_t size = 0;

    for (size_t i = 0; i < made->text_count; i++)
        size += (size_t)snprintf(words + size, sizeof words - size, "%s ", made->texts[i]);
    for (size_t i = 0; i < made->listing.task_count; i++)
        for (size_t k = 0; k < made_languages.count; k++)
            size += (size_t)snprintf(words + size, sizeof words - size, "%s ",
                                     made->listing.tasks[i].in[k]);
    sqlite3_bind_text(add, 1, words, (int)size, SQLITE_STATIC);
    sqlite3_step(add);
    sqlite3_reset(add);
}

static size_t like(sqlite3_stmt *find, const char *word)
{
    char pattern[256];
    size_t count = 0;

    snprintf(pattern, sizeof pattern, "%%%s%%", word);
    sqlite3_bind_text(find, 1, pattern, -1, SQLITE_STATIC);
    while (sqlite3_step(find) == SQLITE_ROW)
        count++;
    sqlite3_reset(find);
    return count;
}

/* --- Searches --------------------------------------------------------------------------------- */

static const struct {
    const char *kind;
    const char *words[8];
} searches[] = {
    {"one character", {"駅", "花", "本", "夜", "の", "か"}},
    {"one character, rare", {"鶴", "犬", "卵", "柵", "猫"}},
    {"two characters", {"介護", "清掃", "倉庫", "半日", "事務", "掃除", "駅前"}},
    {"two kana", {"はな", "えき", "ほん", "いぬ", "する"}},
    {"three and more", {"そうじ", "かいご", "品出し", "スーパー", "弁当工場", "ピッキング"}},
    {"long", {"税理士事務所", "お年寄りの話し相手", "ふれあい動物園", "でんしぶひんのこうじょう"}},
    {"two words", {"駅前 そうじ", "半日 介護", "夜 ホテル", "花 水やり"}},
    {"latin for kana", {"souji", "kaigo", "soji", "bento"}},
    {"English", {"cleaning", "hospital", "a", "half day"}},
    {"a slip", {"そおじ", "かいごう", "びよういん", "こうじよう", "ぼくじょ", "そそうじ"}},
    {"a miss", {"宇宙飛行士", "ぬぬぬ", "鰻", "xyzzy"}},
    {"in most listings", {"仕事", "ます", "人", "店"}},
};

static int by_size(const void *a, const void *b)
{
    const double left = *(const double *)a;
    const double right = *(const double *)b;

    return (left > right) - (left < right);
}

static double share(double *times, size_t count, int percent)
{
    qsort(times, count, sizeof *times, by_size);
    return count ? times[(count - 1) * (size_t)percent / 100] : 0;
}

static size_t search_once(struct yt_catalogue *catalogue, const struct yt_listing_index *index,
                          const char *words)
{
    uint32_t *positions = NULL;
    size_t count = 0;
    struct yt_err err = {0};

    if (!yt_catalogue_search(catalogue, index, words, &positions, &count, &err)) {
        fprintf(stderr, "%s\n", err.text);
        exit(1);
    }
    free(positions);
    return count;
}

static void time_searches(struct yt_catalogue *catalogue, const struct yt_listing_index *index,
                          sqlite3_stmt *plain, size_t rounds)
{
    double *all = calloc(YT_COUNT(searches) * 8 * rounds, sizeof *all);
    size_t all_count = 0;

    printf("| search | p50 ms | p95 ms | most hits | LIKE p50 ms | times as fast |\n");
    printf("|---|---|---|---|---|---|\n");
    for (size_t i = 0; i < YT_COUNT(searches); i++) {
        double times[8 * 64];
        double others[8 * 8];
        size_t count = 0;
        size_t other_count = 0;
        size_t most = 0;

        for (size_t k = 0; k < 8 && searches[i].words[k]; k++) {
            const char *words = searches[i].words[k];
            double start = now_ms();

            (void)like(plain, words);
            others[other_count++] = now_ms() - start;
            for (size_t round = 0; round < rounds; round++) {
                size_t hits;

                start = now_ms();
                hits = search_once(catalogue, index, words);
                times[count] = now_ms() - start;
                all[all_count++] = times[count++];
                most = hits > most ? hits : most;
            }
        }
        {
            const double median = share(times, count, 50);
            const double other = share(others, other_count, 50);

            printf("| %s | %.2f | %.2f | %zu | %.1f | %.0f |\n", searches[i].kind, median,
                   share(times, count, 95), most, other, other / median);
        }
    }
    printf("| all | %.2f | %.2f | | | |\n\n", share(all, all_count, 50), share(all, all_count, 95));
    free(all);
}

/* --- Building --------------------------------------------------------------------------------- */

static void build(const char *path, sqlite3 *plain, unsigned count)
{
    static struct made_listing made;
    static const char *const same[] = {"掃除《そうじ》", "清掃《せいそう》", "cleaning"};
    static const struct yt_search_group group = {same, YT_COUNT(same)};
    sqlite3_stmt *add = NULL;
    struct yt_err err = {0};
    struct yt_catalogue_builder *builder =
        yt_catalogue_builder_new(path, &made_languages, &group, 1, &err);
    double spent = 0;
    double worked = 0;
    double start;
    double work;

    sqlite3_prepare_v2(plain, "INSERT INTO plain (words) VALUES (?1)", -1, &add, NULL);
    for (unsigned i = 0; i < count; i++) {
        made_listing(i, 1, &made);
        add_plain(add, &made);
        start = now_ms();
        work = worked_ms();
        if (!builder ||
            !yt_catalogue_builder_listing(builder, YT_SOURCE_SITE, &made.listing, &err)) {
            fprintf(stderr, "%s\n", err.text);
            exit(1);
        }
        spent += now_ms() - start;
        worked += worked_ms() - work;
    }
    sqlite3_finalize(add);
    sqlite3_exec(plain, "COMMIT", NULL, NULL, NULL);
    printf("| adding %u listings | %.0f ms |\n", count, spent);
    start = now_ms();
    work = worked_ms();
    if (!yt_catalogue_builder_finish(builder, &err)) {
        fprintf(stderr, "%s\n", err.text);
        exit(1);
    }
    printf("| the index of words, flushing | %.0f ms |\n", now_ms() - start);
    printf("| together | %.0f ms, of the processor %.0f ms |\n", now_ms() - start + spent,
           worked_ms() - work + worked);
    yt_catalogue_builder_free(builder);
    printf("| memory at its highest while building | %.1f MB |\n", peak_mb());
}

int main(int argc, char **argv)
{
    const unsigned count = argc > 2 ? (unsigned)strtoul(argv[2], NULL, 10) : 0;
    const size_t rounds = argc > 3 ? strtoul(argv[3], NULL, 10) : 15;
    struct yt_listing_index *index;
    struct yt_catalogue *catalogue;
    sqlite3_stmt *find = NULL;
    struct yt_err err = {0};
    struct stat status;
    sqlite3 *plain;
    char path[512];
    double start;

    if (count == 0 || rounds == 0 || rounds > 64) {
        fprintf(stderr, "usage: bench_catalogue FOLDER COUNT [ROUNDS, at most 64]\n");
        return 2;
    }
    snprintf(path, sizeof path, "%s/catalogue.db", argv[1]);
    plain = open_plain(argv[1]);
    printf("| what | figure |\n|---|---|\n");
    build(path, plain, count);
    if (stat(path, &status) == 0)
        printf("| size of the file | %.1f MB |\n", (double)status.st_size / 1048576);
    start = now_ms();
    catalogue = yt_catalogue_open(path, &made_languages, &err);
    printf("| opening | %.1f ms |\n", now_ms() - start);
    start = now_ms();
    index = catalogue ? yt_catalogue_index(catalogue, 30, &err) : NULL;
    if (!index) {
        fprintf(stderr, "%s\n", err.text);
        return 1;
    }
    printf("| loading the index for filters | %.1f ms |\n", now_ms() - start);
    start = now_ms();
    (void)search_once(catalogue, index, "そうじ");
    printf("| the first search | %.1f ms |\n\n", now_ms() - start);
    sqlite3_prepare_v2(plain, "SELECT row FROM plain WHERE words LIKE ?1", -1, &find, NULL);
    time_searches(catalogue, index, find, rounds);
    sqlite3_finalize(find);
    sqlite3_close(plain);
    yt_listing_index_free(index);
    yt_catalogue_free(catalogue);
    return 0;
}
