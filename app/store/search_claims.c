#include "store/search_query.h"

void yt_claims_of(const struct yt_form *form, struct yt_query_claims *claims)
{
    (void)form;
    (void)claims;
}
