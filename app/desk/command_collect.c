#include "desk/command_parts.h"

#include "desk/collect.h"
#include "desk/words.h"

#include <stdio.h>

static void print_outcome(const struct yt_collected *collected)
{
    YT_SCOPED(yt_buf_done) struct yt_buf sentence;
    char count[24];

    yt_buf_init(&sentence, 2048);
    snprintf(count, sizeof count, "%zu", collected->receipts);
    if (collected->receipts > 0)
        yt_word_fill(&sentence, "desk.collect.receipts", count);
    else if (collected->refused == 0)
        yt_buf_text(&sentence, yt_word("desk.collect.none"));
    if (sentence.size > 0)
        puts(yt_buf_string(&sentence));
    if (collected->removable)
        puts(yt_word("desk.collect.removable"));
}

enum yt_desk_exit yt_command_collect(const struct yt_desk_options *options)
{
    YT_SCOPED(yt_desk_done) struct yt_desk desk = {0};
    YT_SCOPED(yt_receipt_signer_wipe) struct yt_receipt_signer signer = {0};
    struct yt_collected collected;
    struct yt_err err;

    if (!yt_command_wants(options, 1, 1, &err) || !yt_command_open(&desk, options, &err) ||
        !yt_command_unlock(&desk, options, &err) || !yt_desk_signer(&desk, &signer, &err) ||
        !yt_collect(&desk, &signer, options->arguments[0], stdout, &collected, &err))
        return yt_command_fail(&err);
    print_outcome(&collected);
    return collected.receipts > 0 && collected.refused == 0 ? YT_EXIT_DONE : YT_EXIT_REFUSED;
}
