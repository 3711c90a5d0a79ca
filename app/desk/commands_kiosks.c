#include "desk/command_parts.h"

#include "base/clock.h"
#include "desk/passphrase.h"
#include "desk/token.h"

#include <sodium.h>
#include <stdio.h>

enum yt_desk_exit yt_command_init(const struct yt_desk_options *options)
{
    YT_SCOPED(yt_buf_done) struct yt_buf passphrase;
    struct yt_err err;

    yt_buf_init_secret(&passphrase, YT_PASSPHRASE_MAX);
    if (!yt_command_wants(options, 0, 0, &err))
        return yt_command_fail(&err);
    if (!options->name || options->name[0] == '\0') {
        yt_err_set(&err, YT_ERR_INVALID, "init: the desk has no name");
        yt_err_remedy(&err, "Add --name 'つむぎ市 くらし相談室'.");
        return yt_command_fail(&err);
    }
    if (!yt_passphrase_get(options->passphrase_file, true, &passphrase, &err) ||
        !yt_desk_create(options->folder, options->name, options->site, &passphrase,
                        YT_PASSPHRASE_COST, &err))
        return yt_command_fail(&err);
    printf("The desk is made. Put this file on every kiosk: %s/desk.pub\n"
           "Keep a copy of the folder and the passphrase apart from each other: without both, "
           "nothing that was handed over can be read.\n",
           options->folder);
    return YT_EXIT_DONE;
}

/* The file first: a token that the desk believes and nobody has would be of no use, while one that
 * it does not believe yet is made anew by enrolling again. */
static bool give_token(struct yt_desk *desk, const struct yt_kiosk_public *kiosk, const char *path,
                       struct yt_err *err)
{
    char token[YT_TOKEN_MAX];
    uint8_t hash[YT_TOKEN_HASH_SIZE];
    bool given;

    yt_token_make(kiosk->kiosk, token, hash);
    given =
        yt_token_write(path, token, err) && yt_desk_store_set_token(desk->store, kiosk, hash, err);
    sodium_memzero(token, sizeof token);
    return given;
}

enum yt_desk_exit yt_command_enroll(const struct yt_desk_options *options)
{
    YT_SCOPED(yt_desk_done) struct yt_desk desk = {0};
    YT_SCOPED(yt_buf_done) struct yt_buf code;
    struct yt_kiosk_public kiosk;
    struct yt_err err;
    int others = 0;

    yt_buf_init(&code, 4096);
    /* Groups of five digits may come as one argument or as many. */
    if (!yt_command_wants(options, 1, 64, &err))
        return yt_command_fail(&err);
    for (size_t i = 0; i < options->argument_count; i++)
        yt_buf_printf(&code, "%s ", options->arguments[i]);
    if (!yt_buf_ok(&code, &err) || !yt_enrolment_parse(yt_buf_string(&code), &kiosk, &err)) {
        if (err.remedy[0] == '\0')
            yt_err_remedy(&err, "Type the code again as the kiosk shows it.");
        return yt_command_fail(&err);
    }
    if (!yt_command_open(&desk, options, &err) ||
        !yt_desk_store_enroll(desk.store, &kiosk, yt_clock_wall_ms(yt_clock_system()), &others,
                              &err))
        return yt_command_fail(&err);
    printf("Kiosk %s is enrolled.\n", kiosk.kiosk);
    if (options->token_file && !give_token(&desk, &kiosk, options->token_file, &err))
        return yt_command_fail(&err);
    if (options->token_file)
        printf("Put this file on the kiosk as desk.token, and remove it here: %s\n"
               "A token that it had before is believed no longer.\n",
               options->token_file);
    if (others > 0)
        printf("%d other key(s) of %s are still believed; when that box is gone: yotte-desk revoke "
               "%s %s KEY\n",
               others, kiosk.kiosk, options->folder, kiosk.kiosk);
    return YT_EXIT_DONE;
}

static bool print_kiosk(const struct yt_desk_kiosk *kiosk, void *context)
{
    char key[2 * YT_VERIFY_KEY_SIZE + 1];
    struct yt_local_time at = yt_local_time(kiosk->enrolled_ms, 540);

    (void)context; /* prints only */
    sodium_bin2hex(key, sizeof key, kiosk->known.verify_key, sizeof kiosk->known.verify_key);
    printf("%-15s  %.16s  %04d-%02d-%02d  %s\n", kiosk->known.kiosk, key, at.date.year,
           at.date.month, at.date.day, kiosk->revoked ? "revoked" : "believed");
    return true;
}

enum yt_desk_exit yt_command_kiosks(const struct yt_desk_options *options)
{
    YT_SCOPED(yt_desk_done) struct yt_desk desk = {0};
    struct yt_err err;

    if (!yt_command_wants(options, 0, 0, &err) || !yt_command_open(&desk, options, &err) ||
        !yt_desk_store_each_kiosk(desk.store, print_kiosk, NULL, &err))
        return yt_command_fail(&err);
    return YT_EXIT_DONE;
}

enum yt_desk_exit yt_command_revoke(const struct yt_desk_options *options)
{
    YT_SCOPED(yt_desk_done) struct yt_desk desk = {0};
    struct yt_err err;
    int revoked = 0;

    if (!yt_command_wants(options, 1, 2, &err) || !yt_command_open(&desk, options, &err) ||
        !yt_desk_store_revoke(desk.store, options->arguments[0],
                              options->argument_count > 1 ? options->arguments[1] : "", &revoked,
                              &err))
        return yt_command_fail(&err);
    if (revoked == 0) {
        yt_err_set(&err, YT_ERR_NOT_FOUND, "no believed key of kiosk %s", options->arguments[0]);
        yt_err_remedy(&err, "yotte-desk kiosks lists them.");
        return yt_command_fail(&err);
    }
    printf("%d key(s) of %s are believed no longer. What was taken in before stays.\n", revoked,
           options->arguments[0]);
    return YT_EXIT_DONE;
}
