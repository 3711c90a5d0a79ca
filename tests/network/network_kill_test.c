/* Desk and courier are killed at random moments, again and again, while the kiosk goes on saving:
 * every entry is at the desk once in the end, and none was freed that is not there. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <unistd.h>

#include <cmocka.h>

#include "parties.h"
#include "proxy.h"

#define ROUNDS 40

static void killed_programs_lose_nothing(void **state)
{
    struct parties *parties = *state;
    struct proxy *proxy;

    parties_serve(parties);
    /* Some connections are bad ones besides. */
    proxy = proxy_start(parties->port, "pass,lost,pass,cut:500,double,pass,half:30,pass");
    for (int round = 0; round < ROUNDS; round++) {
        if (!parties->server)
            parties_serve(parties);
        parties_start_courier(parties, proxy_port(proxy));
        for (int i = 0; i < 12; i++) {
            parties_save(parties, 1 + randombytes_uniform(4));
            usleep(randombytes_uniform(20000));
        }
        if (round % 2)
            parties_end_server(parties, SIGKILL);
        parties_end_courier(parties, SIGKILL);
        parties_check_freed(parties);
    }
    if (!parties->server)
        parties_serve(parties);
    assert_int_equal(parties_once(parties, parties->port, NULL), 0);
    assert_int_equal(parties_at_desk(parties), parties->count);
    assert_int_equal(parties_waiting(parties), 0);
    print_message("%d rounds, %zu entries: each at the desk once\n", ROUNDS, parties->count);
    proxy_stop(proxy);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(
        killed_programs_lose_nothing, parties_setup, parties_teardown)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
