#![no_main]

crossread_fuzz::target!(crossread_fuzz::checks::documents::check);
