-- What stands beside an author's name: 0 nothing, 1 the newsroom. Fixed with the comment like its name; erasure takes it away with the name.
ALTER TABLE comments ADD COLUMN badge smallint NOT NULL DEFAULT 0 CHECK (badge BETWEEN 0 AND 1);

CREATE TRIGGER badges_are_never_edited BEFORE UPDATE OF badge, status ON comments
FOR EACH ROW
WHEN ((NEW.status <> 5 AND NEW.badge IS DISTINCT FROM OLD.badge) OR (NEW.status = 5 AND NEW.badge <> 0))
EXECUTE FUNCTION diwan_refuse('comments are never edited');
