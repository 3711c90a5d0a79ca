#include "courier/options.h"

#include <getopt.h>
#include <stdio.h>

enum option_id {
    OPT_DATA = 1000,
    OPT_DESK,
    OPT_PIN,
    OPT_CA,
    OPT_TOKEN_FILE,
    OPT_DESK_KEY,
    OPT_HELP,
    OPT_VERSION,
};

static const struct option long_options[] = {
    {"data", required_argument, NULL, OPT_DATA},
    {"desk", required_argument, NULL, OPT_DESK},
    {"pin", required_argument, NULL, OPT_PIN},
    {"ca", required_argument, NULL, OPT_CA},
    {"token-file", required_argument, NULL, OPT_TOKEN_FILE},
    {"desk-key", required_argument, NULL, OPT_DESK_KEY},
    {"help", no_argument, NULL, OPT_HELP},
    {"version", no_argument, NULL, OPT_VERSION},
    {NULL, 0, NULL, 0},
};

void yt_courier_options_help(void)
{
    fputs("yotte-courier: brings what residents handed over from the kiosk to the desk\n"
          "\n"
          "  yotte-courier run [OPTIONS]      send what waits, and what comes, until it is ended\n"
          "  yotte-courier once [OPTIONS]     send what waits, then end\n"
          "  yotte-courier status [OPTIONS]   what waits, since when, and what is in the way\n"
          "  yotte-courier export FOLDER      write what waits to a USB stick, for\n"
          "                                   yotte-desk collect\n"
          "  yotte-courier receipts FOLDER    take the desk's receipts from the stick\n"
          "\n"
          "  --desk URL         where the desk's server is, as in https://desk.example:8443\n"
          "  --pin sha256//KEY  the key of the desk's certificate; right also when this box's\n"
          "                     clock is wrong. Or:\n"
          "  --ca FILE          who signs the desk's certificate (PEM)\n"
          "  --data DIR         the kiosk's data folder (data)\n"
          "  --token-file FILE  what lets this kiosk in (desk.token in the data folder)\n"
          "  --desk-key FILE    the desk's public keys (desk.pub in the data folder)\n"
          "  --help, --version\n"
          "\n"
          "An entry leaves the queue only with a receipt that the desk signed.\n"
          "Ends with 0 when all went well, 1 when something still waits or is in the way,\n"
          "2 for a wrong use, 4 when a file is missing or cannot be used.\n",
          stdout);
}

static bool take(struct yt_courier_options *options, int id, struct yt_err *err)
{
    switch (id) {
    case OPT_DATA:
        options->data_folder = optarg;
        return true;
    case OPT_DESK:
        options->desk_url = optarg;
        return true;
    case OPT_PIN:
        options->pin = optarg;
        return true;
    case OPT_CA:
        options->ca_file = optarg;
        return true;
    case OPT_TOKEN_FILE:
        options->token_file = optarg;
        return true;
    case OPT_DESK_KEY:
        options->desk_key = optarg;
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

bool yt_courier_options_parse(struct yt_courier_options *options, int argc, char **argv,
                              struct yt_err *err)
{
    int id;

    *options = (struct yt_courier_options){.command = "", .data_folder = "data"};
    opterr = 0;
    while ((id = getopt_long(argc, argv, "", long_options, NULL)) != -1) {
        if (!take(options, id, err)) {
            if (optind > 0 && optind <= argc)
                yt_err_context(err, "%s", argv[optind - 1]);
            return yt_err_remedy(err, "yotte-courier --help lists all options.");
        }
    }
    if (optind < argc)
        options->command = argv[optind++];
    if (optind < argc)
        options->folder = argv[optind++];
    if (optind == argc)
        return true;
    yt_err_set(err, YT_ERR_INVALID, "%s: there is too much", argv[optind]);
    return yt_err_remedy(err, "yotte-courier --help shows how.");
}
