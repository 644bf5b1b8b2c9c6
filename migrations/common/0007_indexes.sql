-- What forgetting, pruning and the page of past features look for.
create index known_browsers_member on known_browsers (member_id);
create index sign_ins_created on sign_ins (created_at);
create index features_past on features (id desc) where taken_down_at is not null;
