/* A site's files (a folder like kiosk-config/) read, checked as a whole and turned into domain
 * structs. Either everything is right or nothing is loaded.
 *
 * Files are hostile until checked: their size, depth, number of nodes and texts are bounded, and
 * anchors and aliases are refused, so that memory stays below YT_CONTENT_MEMORY_MAX. */
#ifndef YT_CONTENT_CONTENT_H
#define YT_CONTENT_CONTENT_H

#include "base/attributes.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/err.h"
#include "domain/site_content.h"

#include <stdbool.h>
#include <stddef.h>

#define YT_CONTENT_FILE_MAX ((size_t)2 * 1024 * 1024)
#define YT_CONTENT_MEMORY_MAX ((size_t)64 * 1024 * 1024)
#define YT_CONTENT_REPORT_MAX 50

struct yt_content_fault {
    char place[192];  /* "kiosk-config/self-check.yaml:12:5" */
    char wrong[320];  /* what is wrong */
    char remedy[320]; /* what to write instead */
};

/* Filled by loading and by looking over; in the order of the files. Some 40 KB. */
struct yt_content_report {
    size_t count;
    size_t more; /* faults beyond YT_CONTENT_REPORT_MAX, not kept */
    struct yt_content_fault faults[YT_CONTENT_REPORT_MAX];
};

struct yt_content;

/* Loads the folder. NULL when anything is wrong: `err` then says the first fault and how many
 * there are, and `report` (may be NULL) lists them. Any thread. */
YT_MUST_CHECK struct yt_content *
yt_content_load(const char *folder, struct yt_content_report *report, struct yt_err *err);

/* NULL is harmless. */
void yt_content_free(struct yt_content *content);
YT_DEFINE_SCOPED(struct yt_content, yt_content_free)

/* Lives as long as `content`; does not change. */
const struct yt_site_content *yt_content_site(const struct yt_content *content);

/* What is right today but needs somebody's attention: lines, listings and places not checked for
 * too long, what is past its last day or has no date any more, holidays that run out. Added to the
 * report, returns how many. */
size_t yt_content_look_over(const struct yt_content *content, struct yt_date today,
                            struct yt_content_report *warnings);

/* `yotte-kiosk check DIR`: loads, and appends to `to` either "DIR: ... is complete" with what was
 * counted and the warnings of that day, or one line per fault, "file:line:column: what is wrong,
 * what to write instead". Returns whether the folder can be used. */
bool yt_content_check_print(const char *folder, struct yt_date today, struct yt_buf *to);

/* `yotte-kiosk assess DIR "who=me age=a40 today=bed,cash" [--topics money,work]`: appends what
 * these answers show, one line each: shown, areas, urgency, screens, rules, menu, note; ids
 * separated by spaces, "-" for none. A question that is not named is skipped; `topics` NULL means
 * all. YT_ERR_INVALID for unknown ids, with what would be known. */
YT_MUST_CHECK bool yt_content_assess_print(const struct yt_site_content *site, const char *answers,
                                           const char *topics, struct yt_buf *to,
                                           struct yt_err *err);

#endif
