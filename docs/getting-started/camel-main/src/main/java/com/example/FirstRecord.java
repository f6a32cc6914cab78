package com.example;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

public class FirstRecord extends RouteBuilder {

    public static void main(String[] args) throws Exception {
        Main main = new Main();
        main.configure().addRoutesBuilder(new FirstRecord());
        main.run(args);
    }

    @Override
    public void configure() {
        from("file:{{folder:inbox}}?include=.*\\.json&moveFailed=failed")
                .to("freshsales:create?resourceType=contacts")
                .log("${file:name} is contact ${header.CamelFreshsalesResultId}");
    }
}
