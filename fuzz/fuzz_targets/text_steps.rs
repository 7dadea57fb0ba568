#![no_main]

crossread_fuzz::target!(crossread_fuzz::text_steps::hold);
