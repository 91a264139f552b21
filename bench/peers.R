# Times of the peers on the tables that bench/model.ts wrote: Rscript peers.R FOLDER. Prints one line of JSON, in ms.
suppressMessages(library(surveillance))
folder <- commandArgs(TRUE)[1]
ms <- function(f, reps) { f(); median(replicate(reps, unname(system.time(f())["elapsed"]))) * 1000 }
many <- function(f, n) { ms(function() for (i in seq_len(n)) f(), 3) / n }
panel <- function(name) {
  y <- as.matrix(read.csv(file.path(folder, name), check.names = FALSE)); k <- ncol(y)
  w <- matrix(0, k, k); w[cbind(1:k, c(seq_len(k)[-1], 1))] <- 1; dimnames(w) <- list(colnames(y), colnames(y))
  if (k == 1) w[] <- 0
  sts(y, neighbourhood = w)
}
own <- ~-1 + fe(1, unitSpecific = TRUE)
full <- function(s, cross = TRUE) {
  t <- seq_len(nrow(s)) - 1
  c(list(ar = list(f = own), end = list(f = ~-1 + fe(1, unitSpecific = TRUE) + fe(t, unitSpecific = TRUE) + fe(sn, unitSpecific = TRUE) + fe(cs, unitSpecific = TRUE)),
    family = "NegBinM", data = list(t = t / 365, sn = sin(2 * pi * t / 7), cs = cos(2 * pi * t / 7))),
    if (cross) list(ne = list(f = own, weights = neighbourhood(s))))
}
one <- list(ar = list(f = ~1), end = list(f = addSeason2formula(~1 + t, period = 52)), family = "NegBin1")
s1 <- panel("one.csv"); s2 <- panel("two.csv"); s4 <- panel("four.csv"); s20 <- panel("twenty.csv"); s140 <- panel("many.csv")
f1 <- hhh4(s1, one); f4 <- hhh4(s4, list(ar = list(f = own), ne = list(f = own, weights = neighbourhood(s4)), end = list(f = own), family = "NegBinM"))
shared <- list(ar = list(f = own), ne = list(f = ~1, weights = neighbourhood(s140)), end = list(f = addSeason2formula(own, period = 52)), family = "NegBinM")
out <- c(one = many(function() hhh4(s1, one), 10), two = many(function() hhh4(s2, full(s2)), 3), four = ms(function() hhh4(s4, full(s4)), 3),
  twenty = unname(system.time(hhh4(s20, full(s20)))["elapsed"]) * 1000,
  many = unname(system.time(hhh4(s140, shared))["elapsed"]) * 1000,
  rolling = ms(function() oneStepAhead(f1, tp = nrow(s1) - 52, type = "rolling", verbose = FALSE), 3),
  simulate = unname(system.time(simulate(f4, nsim = 100, seed = 1, subset = 2:366, y.start = observed(s4)[1, ]))["elapsed"]) * 10000)
cat("{", paste0("\"", names(out), "\":", format(out, digits = 4, trim = TRUE), collapse = ","), "}\n", sep = "")
