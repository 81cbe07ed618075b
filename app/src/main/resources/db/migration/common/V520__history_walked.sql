-- The engine refuses to start with another history than the one it noted; a database from before noted "activity".
update ACT_GE_PROPERTY set VALUE_ = '17', REV_ = REV_ + 1 where NAME_ = 'historyLevel';
