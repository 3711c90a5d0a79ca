#include "kiosk/catalogue_jobs.h"

#include "base/log.h"
#include "kiosk/catalogue_build.h"

#include <sched.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#define CATALOGUE_MEMORY_MAX ((size_t)64 << 20)
#define NICE 10
#define SEARCH_STACK ((size_t)256 << 10) /* more than a search has ever used */
#define NOTHING_LASTS "/yotte-XXXXXX"

static bool catalogue_path(const char *folder, char path[PATH_MAX], struct yt_err *err)
{
    if (snprintf(path, PATH_MAX, "%s/" YT_CATALOGUE_FILE, folder) < PATH_MAX)
        return true;
    return yt_err_set(err, YT_ERR_TOO_LARGE, "%s: the path is too long", folder);
}

/* --- Building --------------------------------------------------------------------------------- */

/* Where a box keeps what need not outlive the day: /run under systemd. */
static bool passing_folder(char folder[PATH_MAX])
{
    const char *runtime = getenv("RUNTIME_DIRECTORY");

    return snprintf(folder, PATH_MAX, "%s" NOTHING_LASTS, runtime ? runtime : P_tmpdir) <
               PATH_MAX &&
           mkdtemp(folder);
}

static bool there_is_one(const char *folder)
{
    char path[PATH_MAX];
    struct yt_err err = {0};

    return catalogue_path(folder, path, &err) && access(path, R_OK) == 0;
}

/* The thread is this job's own, and stays so. */
static void let_the_screen_go_first(void)
{
    const struct sched_param none = {.sched_priority = 0};

    /* Kindnesses, both; on Linux 0 is this thread, not the process. */
    (void)sched_setscheduler(0, SCHED_BATCH, &none);
    (void)setpriority(PRIO_PROCESS, 0, NICE);
}

/* A disk that refuses takes no listing from the resident: they are read from where nothing lasts,
 * or, failing that, the last ones stay. */
void yt_build_job_run(struct yt_job *job, void *nothing)
{
    struct yt_build_job *build = (struct yt_build_job *)job;
    char folder[PATH_MAX];
    bool changed;

    (void)nothing;
    let_the_screen_go_first();
    build->built = build->anew
                       ? yt_catalogue_build_anew(build->site_folder, build->folder, build->content,
                                                 &build->err)
                       : yt_catalogue_bring_up_to_date(build->site_folder, build->folder,
                                                       build->content, &changed, &build->err);
    if (build->built)
        return;
    yt_log_err(YT_LOG_ERROR, "bring the listings up to date", &build->err);
    if (there_is_one(build->folder)) {
        build->built = true;
    } else if (passing_folder(folder)) {
        struct yt_err err = {0};

        build->built = build->passing = yt_catalogue_bring_up_to_date(
            build->site_folder, folder, build->content, &changed, &err);
        memcpy(build->folder, folder, sizeof build->folder);
    }
}

/* The file and the lock that its builder left beside it. */
static void remove_passing(const char *folder)
{
    static const char *const names[] = {YT_CATALOGUE_FILE, YT_CATALOGUE_FILE ".lock"};
    char path[PATH_MAX];

    for (size_t i = 0; i < YT_COUNT(names); i++)
        if (snprintf(path, sizeof path, "%s/%s", folder, names[i]) < PATH_MAX)
            (void)unlink(path);
    (void)rmdir(folder);
}

void yt_catalogue_side_done(struct yt_catalogue_side *side)
{
    yt_catalogue_free(side->catalogue);
    side->catalogue = NULL;
    if (side->passing)
        remove_passing(side->folder);
}

/* --- What stays in memory --------------------------------------------------------------------- */

/* The site's own ones and then the imported ones, in one array. */
static const void *join(struct yt_arena *arena, const void *own, size_t own_count,
                        const void *imported, size_t imported_count, size_t size)
{
    uint8_t *both = yt_arena_take(arena, own_count + imported_count + 1, size);

    if (both && own_count)
        memcpy(both, own, own_count * size);
    if (both && imported_count)
        memcpy(both + own_count * size, imported, imported_count * size);
    return both;
}

static bool read_offers(const struct yt_catalogue_side *side, struct yt_catalogue *catalogue,
                        struct yt_catalogue_job *job, struct yt_err *err)
{
    struct yt_offers *offers = &job->offers;
    const struct yt_offers *own = &side->content->offers;
    const struct yt_programme *programmes;
    const struct yt_open_place *places;
    size_t programme_count;
    size_t place_count;

    if (!yt_catalogue_programmes(catalogue, &job->arena, &programmes, &programme_count, err) ||
        !yt_catalogue_places(catalogue, &job->arena, &places, &place_count, err))
        return false;
    *offers = *own;
    offers->programmes = join(&job->arena, own->programmes, own->programme_count, programmes,
                              programme_count, sizeof *programmes);
    offers->programme_count += programme_count;
    offers->places =
        join(&job->arena, own->places, own->place_count, places, place_count, sizeof *places);
    offers->place_count += place_count;
    return (offers->programmes && offers->places) ||
           yt_err_set(err, YT_ERR_NO_MEMORY, "programmes and places");
}

/* What stands there now may be damaged: the one that was opened last is kept until another has been
 * read to its end. */
static bool open_anew(struct yt_catalogue_side *side, struct yt_catalogue_job *job,
                      struct yt_err *err)
{
    const int hide_days = side->content->site.settings.listing_hide_days;
    struct yt_catalogue *catalogue;
    char path[PATH_MAX];

    if (!catalogue_path(side->folder, path, err) ||
        !(catalogue = yt_catalogue_open(path, &side->content->site.languages, err)))
        return false;
    job->index = yt_catalogue_index(catalogue, hide_days, err);
    if (!job->index || !read_offers(side, catalogue, job, err)) {
        yt_catalogue_free(catalogue);
        return false;
    }
    yt_catalogue_free(side->catalogue);
    side->catalogue = catalogue;
    side->index = job->index;
    return true;
}

void yt_catalogue_job_run(struct yt_job *job, void *side)
{
    struct yt_catalogue_job *read = (struct yt_catalogue_job *)job;
    struct yt_catalogue_side *own = side;
    struct yt_err err = {0};

    if (read->folder[0] && strcmp(read->folder, own->folder) != 0) {
        memcpy(own->folder, read->folder, sizeof own->folder);
        own->passing = read->passing;
        yt_catalogue_free(own->catalogue);
        own->catalogue = NULL;
    }
    if (own->catalogue ? yt_catalogue_in_place(own->catalogue) : !there_is_one(own->folder))
        return; /* nothing new, or still being built for the first time */
    yt_arena_init(&read->arena, CATALOGUE_MEMORY_MAX);
    read->changed = open_anew(own, read, &err);
    if (!read->changed)
        yt_log_err(YT_LOG_ERROR, "read the listings", &err);
    read->damaged = err.code == YT_ERR_CORRUPT;
}

void yt_catalogue_job_release(struct yt_job *job)
{
    struct yt_catalogue_job *read = (struct yt_catalogue_job *)job;

    yt_listing_index_free(read->index);
    yt_arena_done(&read->arena);
    free(read);
}

/* --- Texts and search ------------------------------------------------------------------------- */

static bool read_texts(struct yt_catalogue_side *side, struct yt_texts_job *job, struct yt_err *err)
{
    job->listings = yt_arena_take(&job->arena, job->count, sizeof *job->listings);
    if (!job->listings)
        return yt_err_set(err, YT_ERR_NO_MEMORY, "listings");
    for (size_t i = 0; i < job->count; i++)
        if (job->positions[i] >= side->index->count ||
            !yt_catalogue_listing(side->catalogue, side->index->keys[job->positions[i]].row,
                                  &job->arena, &job->listings[i], err))
            return false;
    return true;
}

void yt_texts_job_run(struct yt_job *job, void *side)
{
    struct yt_texts_job *texts = (struct yt_texts_job *)job;
    struct yt_catalogue_side *own = side;
    struct yt_err err = {0};

    if (!own->index || own->index->number != texts->index_number)
        return; /* another catalogue meanwhile; the screen asks again */
    yt_arena_init(&texts->arena, CATALOGUE_MEMORY_MAX);
    if (!read_texts(own, texts, &err)) {
        texts->listings = NULL;
        texts->damaged = err.code == YT_ERR_CORRUPT;
        yt_log_err(YT_LOG_ERROR, "read listings", &err);
    }
}

void yt_texts_job_release(struct yt_job *job)
{
    yt_arena_done(&((struct yt_texts_job *)job)->arena);
    free(job);
}

void yt_search_job_run(struct yt_job *job, void *side)
{
    struct yt_search_job *search = (struct yt_search_job *)job;
    struct yt_catalogue_side *own = side;

    if (!own->index)
        return;
    search->index_number = own->index->number;
    if (!yt_catalogue_search(own->catalogue, own->index, search->words, &search->positions,
                             &search->count, &search->err))
        yt_log_err(YT_LOG_ERROR, "search the listings", &search->err);
    /* The words went through many hands, letter by letter. */
    sodium_stackzero(SEARCH_STACK);
}

void yt_search_job_release(struct yt_job *job)
{
    struct yt_search_job *search = (struct yt_search_job *)job;

    if (search->positions)
        sodium_memzero(search->positions, search->count * sizeof *search->positions);
    free(search->positions);
    sodium_memzero(search, sizeof *search);
    free(search);
}
