#include "desk/options.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

enum option_id {
    OPT_NAME = 1000,
    OPT_SITE,
    OPT_PASSPHRASE_FILE,
    OPT_AS,
    OPT_ASSETS,
    OPT_JSON,
    OPT_NUMBERS,
    OPT_LISTEN,
    OPT_TLS_CERT,
    OPT_TLS_KEY,
    OPT_RATE,
    OPT_TOKEN_FILE,
    OPT_MAPPING,
    OPT_SOURCE,
    OPT_STRICT,
    OPT_DRY_RUN,
    OPT_PROGRESS,
    OPT_HELP,
    OPT_VERSION,
};

static const struct option long_options[] = {
    {"name", required_argument, NULL, OPT_NAME},
    {"site", required_argument, NULL, OPT_SITE},
    {"passphrase-file", required_argument, NULL, OPT_PASSPHRASE_FILE},
    {"as", required_argument, NULL, OPT_AS},
    {"assets", required_argument, NULL, OPT_ASSETS},
    {"json", no_argument, NULL, OPT_JSON},
    {"numbers", no_argument, NULL, OPT_NUMBERS},
    {"listen", required_argument, NULL, OPT_LISTEN},
    {"tls-cert", required_argument, NULL, OPT_TLS_CERT},
    {"tls-key", required_argument, NULL, OPT_TLS_KEY},
    {"rate", required_argument, NULL, OPT_RATE},
    {"token-file", required_argument, NULL, OPT_TOKEN_FILE},
    {"mapping", required_argument, NULL, OPT_MAPPING},
    {"source", required_argument, NULL, OPT_SOURCE},
    {"strict", no_argument, NULL, OPT_STRICT},
    {"dry-run", no_argument, NULL, OPT_DRY_RUN},
    {"progress", no_argument, NULL, OPT_PROGRESS},
    {"help", no_argument, NULL, OPT_HELP},
    {"version", no_argument, NULL, OPT_VERSION},
    {NULL, 0, NULL, 0},
};

void yt_desk_options_help(void)
{
    fputs(
        "yotte-desk: collects what residents handed over at Yotte's kiosks\n"
        "\n"
        "  yotte-desk init DIR --name NAME [--site SITE]\n"
        "                                   make a desk; DIR/desk.pub goes to the kiosks\n"
        "  yotte-desk enroll DIR CODE [--token-file FILE]\n"
        "                                   believe the kiosk that shows this code; FILE lets it\n"
        "                                   hand in by network\n"
        "  yotte-desk kiosks DIR            which kiosks are believed\n"
        "  yotte-desk revoke DIR KIOSK [KEY]\n"
        "                                   believe it no longer\n"
        "  yotte-desk scan DIR [FILE...]    take slips in: photos (PNG, JPEG), files with\n"
        "                                   codes, or what a keyboard scanner types\n"
        "  yotte-desk serve DIR [--listen ADDRESS:PORT] [--tls-cert FILE --tls-key FILE]\n"
        "                                   take in what kiosks send by network\n"
        "  yotte-desk collect DIR FOLDER    take in what kiosks wrote to a USB stick, and write\n"
        "                                   receipts beside it\n"
        "  yotte-desk list DIR [--numbers]  what has come in, most urgent first\n"
        "  yotte-desk show DIR NUMBER... [--json]\n"
        "                                   everything that was handed over\n"
        "  yotte-desk withdraw DIR NUMBER   wipe an entry, as its resident wishes\n"
        "  yotte-desk log DIR               who opened what, and when\n"
        "  yotte-desk listings import SITE FILE [--mapping FILE] [--strict] [--dry-run]\n"
        "                                   try a sheet of job listings out and put it into the\n"
        "                                   site; also programmes import and places import\n"
        "\n"
        "  --site SITE             folder with the site's files, to name questions and items\n"
        "  --passphrase-file FILE  do not ask; also YOTTE_DESK_PASSPHRASE_FILE\n"
        "  --as NAME               who is opening entries; otherwise the user's name\n"
        "  --listen ADDRESS:PORT   where serve listens (127.0.0.1:8443)\n"
        "  --tls-cert, --tls-key   PEM files of serve's certificate and its key\n"
        "  --rate N                entries a second that serve takes from one kiosk (50)\n"
        "  --mapping FILE          which column of the sheet is what (see yotte-desk(1))\n"
        "  --source NAME           its name within the site; otherwise the file's\n"
        "  --strict                one bad row refuses the whole sheet\n"
        "  --dry-run               look at every row, change nothing\n"
        "  --progress              say how far it is, even when nobody watches\n"
        "  --assets DIR            where the message catalogues are\n"
        "  --help, --version\n"
        "\n"
        "Ends with 0 when all went well, 1 when something was refused or is not there,\n"
        "2 for a wrong use, 3 for a wrong passphrase, 4 when the disk or a file failed.\n",
        stdout);
}

/* Where the text of an option goes; NULL for one without. */
static const char **text_of(struct yt_desk_options *options, int id)
{
    switch (id) {
    case OPT_NAME:
        return &options->name;
    case OPT_SITE:
        return &options->site;
    case OPT_PASSPHRASE_FILE:
        return &options->passphrase_file;
    case OPT_AS:
        return &options->who;
    case OPT_ASSETS:
        return &options->assets;
    case OPT_LISTEN:
        return &options->listen;
    case OPT_TLS_CERT:
        return &options->tls_certificate;
    case OPT_TLS_KEY:
        return &options->tls_key;
    case OPT_RATE:
        return &options->rate;
    case OPT_TOKEN_FILE:
        return &options->token_file;
    default:
        return NULL;
    }
}

static bool take(struct yt_desk_options *options, int id, struct yt_err *err)
{
    const char **text = text_of(options, id);

    if (text) {
        *text = optarg;
        return true;
    }
    switch (id) {
    case OPT_JSON:
        options->json = true;
        return true;
    case OPT_NUMBERS:
        options->numbers = true;
        return true;
    case OPT_MAPPING:
        options->mapping = optarg;
        return true;
    case OPT_SOURCE:
        options->source = optarg;
        return true;
    case OPT_STRICT:
        options->strict = true;
        return true;
    case OPT_DRY_RUN:
        options->dry_run = true;
        return true;
    case OPT_PROGRESS:
        options->progress = true;
        return true;
    case OPT_HELP:
        options->help = true;
        return true;
    case OPT_VERSION:
        options->version = true;
        return true;
    default:
        return yt_err_set(err, YT_ERR_INVALID, "this option is not known, or lacks its value");
    }
}

bool yt_desk_options_parse(struct yt_desk_options *options, int argc, char **argv,
                           struct yt_err *err)
{
    int id;

    memset(options, 0, sizeof *options);
    options->command = "";
    opterr = 0;
    while ((id = getopt_long(argc, argv, "", long_options, NULL)) != -1) {
        if (!take(options, id, err)) {
            if (optind > 0 && optind <= argc)
                yt_err_context(err, "%s", argv[optind - 1]);
            return yt_err_remedy(err, "yotte-desk --help lists all options.");
        }
    }
    if (optind < argc)
        options->command = argv[optind++];
    if (optind < argc)
        options->folder = argv[optind++];
    options->arguments = argv + optind;
    options->argument_count = (size_t)(argc - optind);
    return true;
}
