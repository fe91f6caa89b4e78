"""Writes special-functions.json: exact values in 50-digit arithmetic (mpmath 1.3), rounded to doubles.

Run `python3 tests/math/reference/compute.py`. Every argument is a double, taken exactly as the tests will pass it.
"""
import json
import os

from mpmath import digamma, erfc, exp, log, loggamma, mp, mpf, polygamma, sqrt

mp.dps = 50


def values(function, arguments):
    """[[...arguments, value]], without values too small for a normal double."""
    rows = []
    for row in arguments:
        value = function(*[mpf(x) for x in row])
        if abs(value) == 0 or abs(value) > mpf(10) ** -300:
            rows.append([*row, float(value)])
    return rows


def series(ratio):
    """1 + ratio(1) + ratio(1) ratio(2) + …, all terms positive: no digit is lost."""
    total = term = mpf(1)
    n = 0
    while term > total * mp.eps or n < 5:
        n += 1
        term *= ratio(n)
        total += term
    return total


def gamma_below(a, x):
    """P(a, x), DLMF 8.11.4."""
    return exp(a * log(x) - x - loggamma(a + 1)) * series(lambda n: x / (a + n))


def beta_below(a, b, x, y):
    """I_x(a, b), DLMF 8.17.8, with y = 1 - x."""
    scale = exp(a * log(x) + b * log(y) + loggamma(a + b) - loggamma(a + 1) - loggamma(b))
    return scale * series(lambda n: (a + b + n - 1) / (a + n) * x)


# The other tail is 1 minus this one in 340 digits, so that it keeps 40 of them down to 1e-300.
COMPLEMENT_DIGITS = 340


def gamma_lower(a, x):
    return gamma_below(a, x)


def gamma_upper(a, x):
    with mp.workdps(COMPLEMENT_DIGITS):
        return 1 - gamma_below(a, x)


def beta_lower(a, b, x, y=None):
    y = 1 - x if y is None else y
    if x * (a + b) <= a:
        return beta_below(a, b, x, y)
    with mp.workdps(COMPLEMENT_DIGITS):
        return 1 - beta_below(b, a, y, x)


def beta_upper(a, b, x):
    with mp.workdps(COMPLEMENT_DIGITS):
        return beta_lower(b, a, 1 - x, x)


def log_beta(a, b):
    with mp.workdps(700):
        return loggamma(a) + loggamma(b) - loggamma(a + b)


def normal_upper(z):
    return erfc(z / sqrt(mpf(2))) / 2


def t_upper(t, v):
    with mp.workdps(COMPLEMENT_DIGITS):
        x, y = v / (v + t * t), t * t / (v + t * t)
        if y < 0.9:
            return (1 - beta_below(mpf(1) / 2, v / 2, y, x)) / 2 if t else mpf(1) / 2
        return beta_below(v / 2, mpf(1) / 2, x, y) / 2


positive = [1e-300, 1e-10, 1e-3, 0.1, 0.25, 0.5, 0.75, 0.999, 0.9999999999, 1, 1.0000000001, 1.1, 1.4616321449683622,
            1.5, 1.9, 1.9999999999, 2, 2.0000001, 2.5, 3.3, 5, 7.5, 9.999, 10, 10.5, 33.3, 171.5, 1e4, 123456.789, 1e8,
            1e15, 1e100, 1e300]
shapes = [1e-8, 0.01, 0.3, 0.5, 1, 1.5, 3, 10, 30.5, 100, 1000, 12345.5, 99999, 100001, 1e6, 1e7]
factors = [1e-6, 0.01, 0.3, 0.9, 0.99, 1, 1.01, 1.1, 3, 10, 100]
deviations = [-30, -10, -1, 1, 10, 30]
parameters = [0.01, 0.5, 1, 2.5, 10, 77.7, 1000, 20000]


def gamma_arguments():
    for a in shapes:
        xs = {float(a * f) for f in factors} | {float(a + d * a ** 0.5) for d in deviations if a >= 10}
        if a < 1:
            xs |= {1e-3, 0.2, 0.9, 1.0, 1.1, 2.0, 20.0}
        for x in sorted(xs):
            # beyond, the result leaves the doubles
            if x > 0 and abs(x - a) < 40 * max(a, 1) ** 0.5 + 720 * (a < 1000):
                yield a, x


def beta_arguments():
    for a in parameters:
        for b in parameters:
            mean = a / (a + b)
            spread = (a * b) ** 0.5 / (a + b) / (a + b + 1) ** 0.5
            xs = {mean} | {mean + d * spread for d in deviations} | {1e-6, 0.05, 0.5, 0.95}
            for x in sorted(float(x) for x in xs):
                # the series above would take millions of terms right beside 0 and 1
                slow = (x > 0.99 and x < 1.001 * mean) or (x < 0.01 and x > 0.999 * mean)
                if 0 < x < 1 and not slow and abs(x - mean) < 37 * spread + (a + b < 100):
                    yield a, b, x


reference = {
    "logGamma": values(loggamma, [[x] for x in positive]),
    "digamma": values(digamma, [[x] for x in positive]),
    "trigamma": values(lambda x: polygamma(1, x), [[x] for x in positive if x > 1e-150]),
    "logBeta": values(log_beta, [[a, b] for a in [*positive[1:14:2], *positive[14::3]] for b in positive[1::2] if a <= b]),
    "normalUpper": values(normal_upper, [[z] for z in [-8, -5, -2.5, -1, -0.1, -1e-9, 0, 1e-9, 0.1, 0.5, 1, 1.5, 1.96, 2, 2.5, 3, 4,
                                                     5.5, 7, 10, 15.5, 20, 25.3, 30, 33.3, 35, 37]]),
    "gammaLower": values(gamma_lower, gamma_arguments()),
    "gammaUpper": values(gamma_upper, gamma_arguments()),
    "betaLower": values(beta_lower, beta_arguments()),
    "betaUpper": values(beta_upper, beta_arguments()),
    "tUpper": values(t_upper, [[t, v] for v in [0.1, 1, 2, 3.5, 10, 100, 1e4, 1e7] for t in
                               [0, 1e-9, 0.3, 1, 2.5, 7, 20, 37, 200, 1e6, 1e12, 1e200]]),
}

path = os.path.join(os.path.dirname(__file__), "special-functions.json")
with open(path, "w") as file:
    file.write("{\n" + ",\n".join(
        f' "{name}": [\n' + ",\n".join("  " + json.dumps(row) for row in rows) + "\n ]" for name, rows in reference.items()) + "\n}\n")
print({name: len(rows) for name, rows in reference.items()})
