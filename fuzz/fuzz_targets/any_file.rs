#![no_main]

crossread_fuzz::target!(crossread_fuzz::any_file::hold);
