#include "courier/answer.h"

#include <string.h>

/* As in openapi.json: "type":"urn:yotte:problem:NAME". A proxy's refusal has no such thing. */
static bool names_problem(const struct yt_answer *answer)
{
    static const char mark[] = "\"urn:yotte:problem:";

    return memmem(answer->body, answer->size, mark, sizeof mark - 1) != NULL;
}

static struct yt_verdict judge_receipt(const struct yt_answer *answer,
                                       const struct yt_sealed *sealed,
                                       const struct yt_desk_public *desk)
{
    struct yt_receipt receipt;
    struct yt_err err;

    if (yt_receipt_read(answer->body, answer->size, desk, &receipt, &err) &&
        yt_receipt_covers(&receipt, sealed, &err))
        return (struct yt_verdict){.withdrawn = receipt.outcome == YT_RECEIPT_WITHDRAWN};
    return (struct yt_verdict){.trouble = err.code == YT_ERR_FOREIGN ? YT_TROUBLE_PORTAL
                                                                     : YT_TROUBLE_FORGED};
}

static enum yt_trouble judge_refusal(const struct yt_answer *answer)
{
    switch (answer->status) {
    case 400:
    case 409:
    case 413:
    case 422:
        return names_problem(answer) ? YT_TROUBLE_REFUSED : YT_TROUBLE_PORTAL;
    case 401:
    case 403:
        return names_problem(answer) ? YT_TROUBLE_UNAUTHORIZED : YT_TROUBLE_PORTAL;
    case 408:
        return YT_TROUBLE_SILENT;
    case 429:
        return YT_TROUBLE_BUSY;
    case 511: /* network authentication required (RFC 6585) */
        return YT_TROUBLE_PORTAL;
    default:
        return answer->status >= 500 ? YT_TROUBLE_DESK_FAILING : YT_TROUBLE_PORTAL;
    }
}

struct yt_verdict yt_answer_judge(const struct yt_answer *answer, const struct yt_sealed *sealed,
                                  const struct yt_desk_public *desk)
{
    if (answer->status == 200 || answer->status == 201)
        return judge_receipt(answer, sealed, desk);
    return (struct yt_verdict){.trouble = judge_refusal(answer)};
}
