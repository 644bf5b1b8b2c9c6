-- What one takes into one's own work is noted at the debrief, before anything is said about the hour: it
-- stands with whoever notes it, and nowhere else.
alter table pair_people add column takeaway text not null default '';
update pair_people set takeaway = coalesce((select f.takeaway from pair_feedback f
    where f.session_id = pair_people.session_id and f.member_id = pair_people.member_id), '');
alter table pair_feedback drop column takeaway;
