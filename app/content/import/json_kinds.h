/* Objects of other people's vocabularies, taken into a row. */
#ifndef YT_CONTENT_IMPORT_JSON_KINDS_H
#define YT_CONTENT_IMPORT_JSON_KINDS_H

#include "content/import/row.h"

#include <jansson.h>

/* schema.org JobPosting. */
bool yt_is_job_posting(const json_t *object);
void yt_take_job_posting(struct yt_row *row, const json_t *object);

/* A service of Open Referral HSDS 3, with what is nested in it; `organization` is the one whose
 * list it stands in, or NULL. */
bool yt_is_hsds_service(const json_t *object);
void yt_take_hsds_service(struct yt_row *row, const json_t *object, const json_t *organization);

/* The value as text: a string, a number, or the first of a list; "" for anything else. Valid as
 * long as the row. */
const char *yt_json_text(struct yt_row *row, const json_t *value);
/* The member of the name; of the first element where `object` is a list. NULL when there is none.
 */
const json_t *yt_json_member(const json_t *object, const char *name);

#endif
