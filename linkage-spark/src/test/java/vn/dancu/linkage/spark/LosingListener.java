package vn.dancu.linkage.spark;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.jspecify.annotations.Nullable;

/** Has something done when the first parts of a scan are visited. Spark makes it by its name. */
public final class LosingListener extends SparkListener {

    static volatile @Nullable Runnable loss;
    static final AtomicInteger lostExecutors = new AtomicInteger();
    static final AtomicInteger stagesAgain = new AtomicInteger();

    static void reset(Runnable wanted) {
        lostExecutors.set(0);
        stagesAgain.set(0);
        loss = wanted;
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd task) {
        Runnable now = loss;
        if (now != null && task.taskType().equals("ResultTask")) {
            loss = null;
            now.run();
        }
    }

    @Override
    public void onExecutorRemoved(SparkListenerExecutorRemoved executor) {
        lostExecutors.incrementAndGet();
    }

    @Override
    public void onStageSubmitted(SparkListenerStageSubmitted stage) {
        stagesAgain.addAndGet(stage.stageInfo().attemptNumber() > 0 ? 1 : 0);
    }
}
