/* What the catalogue's thread does for the kiosk: bring the file up to date, read it, search it. */
#ifndef YT_KIOSK_CATALOGUE_JOBS_H
#define YT_KIOSK_CATALOGUE_JOBS_H

#include "base/arena.h"
#include "base/job.h"
#include "domain/listing_index.h"
#include "domain/site_content.h"
#include "screens/services.h"
#include "store/catalogue.h"

#include <limits.h>

/* Given to the worker as its context. Filled before it starts; what follows `content` belongs to
 * its thread. */
struct yt_catalogue_side {
    const char *site_folder;
    char folder[PATH_MAX]; /* where catalogue.db lies */
    bool passing;          /* ... which is where nothing lasts: made by us, removed at the end */
    const struct yt_site_content *content;
    struct yt_catalogue *catalogue;
    const struct yt_listing_index *index; /* the one that was handed out last; the owner's */
};

/* Closes the file, and removes the folder where nothing lasts. After the worker has been freed. */
void yt_catalogue_side_done(struct yt_catalogue_side *side);

/* Builds the catalogue anew where the site's files have changed. Runs on a thread of its own, so
 * that a long import keeps nobody waiting. */
struct yt_build_job {
    struct yt_job job;
    const char *site_folder;
    char folder[PATH_MAX];
    const struct yt_site_content *content;
    bool anew;    /* what stands there is damaged, whatever its stamp says */
    bool built;   /* there is a catalogue to read in `folder` */
    bool passing; /* the data folder refused; it lies where nothing lasts */
    struct yt_err err;
};
void yt_build_job_run(struct yt_job *job, void *nothing);

/* Opens the catalogue where it was replaced since it was opened last, and reads what stays in
 * memory. */
struct yt_catalogue_job {
    struct yt_job job;
    char folder[PATH_MAX];          /* "": as before */
    bool passing;                   /* as of the build */
    bool changed;                   /* the three below are another catalogue's */
    bool damaged;                   /* what stands there could not be read to its end */
    struct yt_listing_index *index; /* released with the job unless it was taken (set to NULL) */
    struct yt_arena arena;          /* ... likewise (zeroed); holds what `offers` points to */
    struct yt_offers offers;        /* the site's own and the imported ones */
};
void yt_catalogue_job_run(struct yt_job *job, void *side);
void yt_catalogue_job_release(struct yt_job *job);

/* Reads listings. */
struct yt_texts_job {
    struct yt_job job;
    uint64_t index_number; /* of the index the positions belong to */
    size_t count;
    uint32_t positions[YT_LISTINGS_WANTED_MAX];
    struct yt_listing *listings; /* `count` of them, in the arena; NULL: could not be read */
    bool damaged;
    struct yt_arena arena; /* zeroed when it was taken */
};
void yt_texts_job_run(struct yt_job *job, void *side);
void yt_texts_job_release(struct yt_job *job);

#define YT_SEARCH_BYTES_MAX 256

struct yt_search_job {
    struct yt_job job;
    char words[YT_SEARCH_BYTES_MAX];
    uint32_t *positions; /* allocated; NULL when it was taken */
    size_t count;
    uint64_t index_number;
    struct yt_err err;
};
void yt_search_job_run(struct yt_job *job, void *side);
void yt_search_job_release(struct yt_job *job);

#endif
