/* Faults with their places, collected while a folder is read. */
#ifndef YT_CONTENT_REPORT_H
#define YT_CONTENT_REPORT_H

#include "content/content.h"
#include "content/yaml.h"

/* Begins a fault at a place; "wrong" as printf. NULL, which yt_remedy takes, when the report is
 * full. A fault at a place that already has one is not kept: the first is the cause. */
struct yt_content_fault *yt_fault_at(struct yt_content_report *report, const char *file,
                                     uint32_t line, uint32_t column, const char *format, ...)
    YT_PRINTF(5, 6);
struct yt_content_fault *yt_fault(struct yt_content_report *report, const struct yt_yaml *node,
                                  const char *format, ...) YT_PRINTF(3, 4);
/* About a file as a whole; each call is kept. */
struct yt_content_fault *yt_fault_in(struct yt_content_report *report, const char *file,
                                     const char *format, ...) YT_PRINTF(3, 4);

/* What to write instead, a whole sentence. Returns false, for `return yt_remedy(...)`. */
bool yt_remedy(struct yt_content_fault *fault, const char *format, ...) YT_PRINTF(2, 3);

/* The one of `names` that `word` was probably meant to be, or NULL. */
const char *yt_did_you_mean(const char *word, const char *const *names, size_t count);

/* What is right but needs attention on that day (yt_content_look_over). */
void yt_content_look_over_site(const struct yt_site_content *site, const char *folder,
                               struct yt_date today, struct yt_content_report *warnings);
/* Its part about listings, programmes and open places. */
void yt_content_look_over_offers(const struct yt_site_content *site, const char *folder,
                                 struct yt_date today, struct yt_content_report *warnings);

#endif
